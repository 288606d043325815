/**
 * Every colour of Sightlines, by theme; `palette.ts` looks them up and writes the custom properties.
 *
 * Slots 5 to 8 were chosen by search over sRGB, with contrast of at least 3.2 on paper (light 3.8, 3.3, 8.8, 5.1; night 4.9, 10.2, 8.7, 4.8)
 * and the largest least CIEDE2000 distance from every other slot and from the neutrals under normal, protan, deutan and tritan sight
 * (Machado 2009, severity 1): 10.4 light, 10.8 dark. Glyph and pattern carry the rest, as they do for 1 to 4.
 */
export const LIGHT = {
  paper: '#F7F5F0', panel: '#FFFFFF', ink: '#1B2430', 'ink-2': '#4A5563', outline: '#1B2430', hairline: '#7B848E', rule: '#D9D4C8',
  land: '#F4F1E9', coast: '#CFC8B8',
  growth: '#1D5FA6', strain: '#B5400B', focus: '#0B5FFF', wash: '#E0E8F6', 'wash-line': '#0B5FFF',
  'growth-tint': '#E8EEF5', grown: '#868D96', 'strain-tint': '#F8EDE6',
  co: '#452278', 'co-tint': '#ECE9F2', 'co-on': '#FFFFFF',
  ch: '#237C90', 'ch-tint': '#E9F2F4', 'ch-on': '#FFFFFF',
  ac: '#92212B', 'ac-tint': '#F4E9EA', 'ac-on': '#FFFFFF',
  sc: '#C47A13', 'sc-tint': '#F9F2E7', 'sc-on': '#1B2430',
  o5: '#7871CC', 'o5-tint': '#F2F1FA', 'o5-on': '#1B2430',
  o6: '#6F915D', 'o6-tint': '#F1F4EF', 'o6-on': '#1B2430',
  o7: '#653457', 'o7-tint': '#F0EBEE', 'o7-on': '#FFFFFF',
  o8: '#9C525C', 'o8-tint': '#F5EEEF', 'o8-on': '#FFFFFF',
  pa: '#5F6873', 'pa-tint': '#EFF0F1', 'pa-on': '#FFFFFF',
  re: '#1B2430', 're-tint': '#FFFFFF', 're-on': '#FFFFFF',
  al: '#5F6873', 'al-tint': '#F7F5F0', 'al-on': '#FFFFFF',
  m0: '#FFFFFF', m1: '#F0F3F7', m2: '#DFE7F0', m3: '#CDDAE9', m4: '#B9CCE1',
} as const

export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  paper: '#14191F', panel: '#1D242C', ink: '#EEF1F4', 'ink-2': '#B4BEC9', outline: '#AEB8C2', hairline: '#6B7683', rule: '#2C353F',
  land: '#181E25', coast: '#35404B',
  growth: '#7FB6F5', strain: '#F59A5B', focus: '#9CC2FF', wash: '#2A3644', 'wash-line': '#9CC2FF',
  'growth-tint': '#1F2B3A', grown: '#6F7B88', 'strain-tint': '#33271F',
  co: '#8C9EEA', 'co-tint': '#272E3F', 'co-on': '#14191F',
  ch: '#6FE6DF', 'ch-tint': '#1F3337', 'ch-on': '#14191F',
  ac: '#DE5A7C', 'ac-tint': '#34232E', 'ac-on': '#14191F',
  sc: '#F3AF46', 'sc-tint': '#342E22', 'sc-on': '#14191F',
  o5: '#A677A5', 'o5-tint': '#2B2935', 'o5-on': '#14191F',
  o6: '#B7CC92', 'o6-tint': '#2D3532', 'o6-on': '#14191F',
  o7: '#CFAEAC', 'o7-tint': '#303136', 'o7-on': '#14191F',
  o8: '#898942', 'o8-tint': '#272C26', 'o8-on': '#14191F',
  pa: '#9AA5B1', 'pa-tint': '#262D34', 'pa-on': '#14191F',
  re: '#EEF1F4', 're-tint': '#1D242C', 're-on': '#14191F',
  al: '#9AA5B1', 'al-tint': '#14191F', 'al-on': '#14191F',
  m0: '#1D242C', m1: '#222C37', m2: '#283646', m3: '#2F4259', m4: '#344B67',
}

/** For a grey copier: white paper, no tints, and each organisation's colour as the grey of its own lightness. */
export const PRINT: Readonly<Record<keyof typeof LIGHT, string>> = {
  ...LIGHT,
  paper: '#FFFFFF', ink: '#000000', 'ink-2': '#333333', outline: '#000000', hairline: '#767676', rule: '#BBBBBB', land: '#FFFFFF', coast: '#AAAAAA',
  growth: '#000000', strain: '#000000', focus: '#000000', wash: '#EEEEEE', 'wash-line': '#000000', 'growth-tint': '#FFFFFF', grown: '#868686', 'strain-tint': '#FFFFFF',
  co: '#373737', 'co-tint': '#FFFFFF', 'co-on': '#FFFFFF',
  ch: '#727272', 'ch-tint': '#FFFFFF', 'ch-on': '#FFFFFF',
  ac: '#4E4E4E', 'ac-tint': '#FFFFFF', 'ac-on': '#FFFFFF',
  sc: '#8B8B8B', 'sc-tint': '#FFFFFF', 'sc-on': '#000000',
  o5: '#7B7B7B', 'o5-tint': '#FFFFFF', 'o5-on': '#FFFFFF',
  o6: '#888888', 'o6-tint': '#FFFFFF', 'o6-on': '#000000',
  o7: '#454545', 'o7-tint': '#FFFFFF', 'o7-on': '#FFFFFF',
  o8: '#686868', 'o8-tint': '#FFFFFF', 'o8-on': '#FFFFFF',
  pa: '#676767', 'pa-tint': '#FFFFFF', 're': '#000000', al: '#676767', 'al-tint': '#FFFFFF',
}

type SlotName = 'co' | 'ch' | 'ac' | 'sc' | 'o5' | 'o6' | 'o7' | 'o8' | 'pa' | 're' | 'al'
export type ColourName = keyof typeof LIGHT | `${SlotName}-land`
