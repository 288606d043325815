/** Gives the focus back to the map: to the element that Tab reaches, else to the map itself. */
export function focusMap(): void {
  requestAnimationFrame(() => {
    const region = document.querySelector('.map-region')
    ;(region?.querySelector<HTMLElement>('.element[tabindex="0"]') ?? region?.querySelector<HTMLElement>('.map-keys'))?.focus({ preventScroll: true })
  })
}
