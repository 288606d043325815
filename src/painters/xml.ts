const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for XML 1.0: its five signs written out, and what no XML can hold (most control characters, half surrogates, U+FFFE and U+FFFF) as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => NAMED[sign] as string)
}
