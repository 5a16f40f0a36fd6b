import { around, type Finding, finding, places } from '../finding.ts'

const candidate =
  /(?<![\p{L}\d.,])(?:\+|\(\+)?\(?\d(?:[ \u00a0]?[-\u2010\u2011–./()]?[ \u00a0]?\(?\d){5,16}(?![\p{L}\d%])/gu

const said =
  /(?:tel(?:efoon)?(?:nr|nummer)?|mob(?:iel)?(?:nummer)?|gsm|06-?nummer|nummer|bel(?:t|len)?|gebeld|app(?:en|t)?|whats-?app|sms|bereikbaar|phone|call|mobile|cell|fax|nood(?:contact|nummer)?|contact)(?![\p{L}])[^\n\d]{0,40}$/u

/** Numbers that are nobody's: emergency and information numbers, and prefixes of book numbers. */
const nobodys = /^(?:0800|0900|0906|0909|14|978|979)/u

/** Phone numbers in Dutch and foreign forms, told from codes, dates, decimals and rows of sums by their digits and grouping. */
export function findPhones(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of places(text, candidate)) {
    const raw = match[0]
    const { before, after } = around(text, match.index, match.index + raw.length, 60, 12)
    if (isPhone(raw, before, after)) found.push(finding('phone', text, match.index, match.index + raw.length))
  }
  return found
}

function isPhone(raw: string, before: string, after: string): boolean {
  const international = raw.replace(/^\(/u, '').startsWith('+')
  const digits = raw.replaceAll(/\D/gu, '')
  const groups = raw.split(/\D+/u).filter((group) => group !== '')
  if (digits.length < 6 || digits.length > 15 || /isbn|issn|iban|doi|https?:\/\/\S*$/u.test(before.slice(-20)))
    return false
  if (international) return digits.length >= 8
  if (
    isRow(groups) ||
    isDate(groups, raw) ||
    nobodys.test(digits) ||
    /^\s?[=+×*:x]\s?\d/u.test(after) ||
    /[=+×*x]\s?$/u.test(before)
  )
    return false
  if (digits.startsWith('00') && digits.length >= 11 && !digits.startsWith('000')) return true
  if (/^0[1-9]\d{8}$/u.test(digits)) return groups.length <= 5
  if (/^0[1-9]\d{7,9}$/u.test(digits) && groups.length > 1 && (groups[0]?.length ?? 0) >= 2)
    return groups[0]?.length !== 1 && groups.length <= 5
  if (/^6\d{8}$/u.test(digits) && /^6[- ]/u.test(raw)) return true
  if (said.test(before)) return digits.length >= 6 && digits.length <= 13
  return /^\(?\d{3}\)?[ -]\d{3}-\d{4}$/u.test(raw)
}

/** `2 4 6 8 10` and other numbers behind each other: single digits, or steps of one size. */
function isRow(groups: readonly string[]): boolean {
  if (groups.length < 4) return false
  if (groups.every((group) => group.length === 1)) return true
  const values = groups.map(Number)
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  return step !== 0 && values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === step)
}

function isDate(groups: readonly string[], raw: string): boolean {
  const [a = '', b = '', c = ''] = groups
  if (/^(?:1[0-9]|20)\d\d[-–/](?:1[0-9]|20)\d\d/u.test(raw)) return true
  return (
    groups.length === 3 &&
    ((/^\d{1,2}$/u.test(a) && /^\d{1,2}$/u.test(b) && /^(?:1\d|20)\d\d$/u.test(c)) ||
      (/^(?:1\d|20)\d\d$/u.test(a) && /^\d\d$/u.test(b) && /^\d\d$/u.test(c)))
  )
}
