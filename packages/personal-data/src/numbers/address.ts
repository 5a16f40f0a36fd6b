import { around, type Finding, finding, places } from '../finding.ts'

const streetEnd =
  'straat|straatje|laan|weg|plein|dijk|kade|gracht|singel|steeg|dreef|plantsoen|hof|pad|park|markt|baan|wal|kamp|erf|veld|zoom|gaarde|weide|haven|brink|boulevard|allee|oever|waard|stede|hage|ring|werf|burg|horst|akker|bos|donk|poort|brug|tuin|berg|hoek|plaats|einde|ven|meent|rade|wijk|str\\.?'

/** A capitalised word with the ending of a street, one or two words before it at most, and a number: `Van Goghlaan 12b`. */
const street = new RegExp(
  `(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}.'’-]{0,30}\\s){0,3}(?:(?:de|den|der|van|het)\\s)?(?:\\p{Lu}[\\p{L}'’-]{1,40}?(?:${streetEnd})|(?<=\\p{L}\\s)(?:Gracht|Weg|Laan|Straat|Dijk|Plein|Kade|Singel|Dreef|Hof|Pad|Markt|Baan|Wal))\\s(?:nr\\.?\\s|nummer\\s)?(\\d{1,4})(?:\\s?-?\\s?[a-zA-Z](?!\\p{L})|-\\d{1,3}|\\s(?:hs|bis|[IVX]{1,3})(?!\\p{L}))?(?![\\p{L}\\d%:/]|,\\d|\\.\\d)`,
  'gu',
)
const english =
  /(?<![\p{L}\d])\d{1,4}[a-z]?\s(?:\p{Lu}\p{L}{1,30}\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Court|Square|Terrace|Gardens|Crescent|St\.|Rd\.)(?!\p{L})/gu
const lives =
  /(?<!\p{L})(?:woon(?:t|de|adres|achtig)|adres|wonen|verhuis(?:t|d|de)|lives|address)(?!\p{L})[^\n.!?]{0,40}?(?:\s(?:op|aan|in|naar|at|on|is)|:)\s+(?:(?:de|het|the|'t)\s)?((?:\p{Lu}[\p{L}'’.-]{1,40}\s)(?:(?:de|den|der|van|het|[\p{Lu}][\p{L}'’-]{1,40})\s){0,3}(\d{1,4})(?:\s?[a-zA-Z](?!\p{L}))?)(?![\p{L}\d])/gu
const postcode = /(?<![\p{L}\d.,€-])([1-9]\d{3})\s?([A-Za-z]{2})(?![\p{L}\d])/gu

const lived = /adres|woon|thuis/iu

const noStreet =
  /^(?:leerweg|omweg|snelweg|uitweg|rijksweg|werkveld|vakgebied|leerpad|stappad|werkplaats|oefenplaats|voorplaats|plaats|hoek|einde|ring|bos|veld|tuin|berg|park|pad|brug|hof|markt|poort|haven|baan|weide|kamp|erf|doolhof|voetpad|hoofdweg|zoom|waard|donk|rade|ven|wal|brink|luchthaven|speeltuin|moestuin|schooltuin|ijsberg|driehoek|rechthoek|vierhoek|leeshoek|bouwhoek|huishoek|zithoek|meerkamp|zevenkamp|sportveld|speelveld|voetbalveld|magneetveld|krachtveld|beeldveld|themapark|dierenpark|pretpark|kinderboerderij|supermarkt|arbeidsmarkt|huizenmarkt|rommelmarkt|leerplein|schoolplein|pleinspel|startplaats|eindplaats|bos|hamburg|limburg|luxemburg|straatsburg|tilburg|middelburg|salzburg|edinburg|valkenburg)$/u

/** Streets with a house number, and Dutch postcodes. A postcode that looks like a year needs a place or street beside it. */
export function findAddresses(text: string, about: (at: number) => { readonly public: boolean }): readonly Finding[] {
  const found: Finding[] = []
  for (const match of places(text, street)) {
    const words = match[0].replace(/\s(?:nr\.?\s|nummer\s)?\d.*$/u, '').toLowerCase()
    const last = words.slice(words.lastIndexOf(' ') + 1)
    if (
      (noStreet.test(last) && !words.includes(' ')) ||
      Number(match[1]) > 2500 ||
      isYear(text, match) ||
      (about(match.index).public && !lived.test(text.slice(Math.max(0, match.index - 40), match.index)))
    )
      continue
    const start = match.index + (/^(?:de|het)\s/u.exec(match[0])?.[0].length ?? 0)
    // The house of Anne Frank.
    if (match[0].endsWith('Prinsengracht 263')) continue
    found.push(finding('address', text, start, match.index + match[0].length))
  }
  for (const match of places(text, english))
    found.push(finding('address', text, match.index, match.index + match[0].length))
  for (const match of places(text, lives)) {
    const from = match.index + match[0].lastIndexOf(match[1] ?? '')
    if (!isMonth(match[1] ?? '')) found.push(finding('address', text, from, from + (match[1] ?? '').length))
  }
  for (const match of places(text, postcode))
    if (isPostcode(text, match)) found.push(finding('address', text, match.index, match.index + match[0].length))
  return found
}

const isYear = (text: string, match: RegExpExecArray) =>
  /^(?:1[5-9]|20)\d\d$/u.test(match[1] ?? '') &&
  !/woon|adres/u.test(around(text, match.index, match.index, 40, 0).before)

const isMonth = (words: string) =>
  /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)/iu.test(words)

const notLetters = new Set(['SA', 'SD', 'SS'])
const afterYears = new Set(
  'PO VO NT BC CE EN IN OP KM CM MM ML KG GR DE AD VC NC OF UU TE IS AN HV MB HB ZN ED EX CV BV NV EU VN VS US UK TL WO JI PC TV M2 WH HP'.split(
    ' ',
  ),
)

function isPostcode(text: string, match: RegExpExecArray): boolean {
  const [whole, digits = '', letters = ''] = match
  const { before, after } = around(text, match.index, match.index + whole.length, 40, 30)
  const said = /(?:postcode|woon|adres|straat|laan|weg|plein|gracht|kade|dijk|hof|singel|dreef)[^\n]{0,30}$/u.test(
    before,
  )
  if (said) return !notLetters.has(letters.toUpperCase())
  if (letters !== letters.toUpperCase() || notLetters.has(letters)) return false
  const year = /^(?:1[0-9]|20)/u.test(digits)
  if (afterYears.has(letters) && (year || whole.includes(' '))) return false
  const town =
    /^,?\s+\p{Lu}/u.test(text.slice(match.index + whole.length, match.index + whole.length + 5)) && after !== ''
  return year && whole.includes(' ') ? town : true
}
