/** The bundled face first, by both names it goes by; then what the system has. */
export const FONT_FAMILY = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Arial, sans-serif"
