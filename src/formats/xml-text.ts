const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' }

/** Most texts hold nothing of all this, and a map has a great many: they are told by one look. */
const PLAIN = /^[\u0020!#-%(-;=?-\ud7ff\ue000-\ufffd]*$/

/** Text between tags of XML 1.0. What no XML can hold becomes U+FFFD; a carriage return is written out, or a reader would make it a line feed. */
export function xmlContent(text: string): string {
  return PLAIN.test(text) ? text : held(text).replace(/[&<>\r]/g, (sign) => NAMED[sign] as string)
}

/** Text within the double quotes of an attribute. Line ends and tabs are written out, or a reader would make them spaces. */
export function xmlAttribute(text: string): string {
  return PLAIN.test(text) ? text : held(text).replace(/[&<>"'\r\n\t]/g, (sign) => NAMED[sign] as string)
}

function held(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd')
}
