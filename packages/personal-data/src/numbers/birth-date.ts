import { around, type Finding, finding, places } from '../finding.ts'

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec'

const inDigits =
  /(?<![\p{L}\d.,/-])(?:(\d{1,2})[-–/.](\d{1,2})[-–/.]((?:19|20)?\d\d)|((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2}))(?![\d/-]|\.\d|\p{L})/gu
const inWords = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:e|ste|de|st|nd|rd|th)?\\s(?:of\\s)?(?:${months})\\.?(?:,?\\s(?:'\\d\\d|\\d{4}))?|(?:${months})\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?)(?![\\p{L}\\d])`,
  'giu',
)

/** As a form has it, `12 03 2015` or `12032015`: only beside a word of birth. */
const bare =
  /(?<![\p{L}\d.,/-])(?:(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) |(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]))(?:19|20)\d\d(?![\d/-]|\.\d|\p{L})/gu

const bornBefore =
  /(?:geboren|geboortedatum|geboortedag|geboorte|geb\.?|gebdat|verjaar(?:dag|t)|jarig|birth\s?(?:day|date)?|born|d\.?o\.?b\.?|\*)(?![\p{L}])[^\n]{0,40}$/u
const bornAfter =
  /^[^\n.;]{0,25}(?:geboren|jarig|verjaart|verjaardag|geb\.|birthday|born|(?:wordt|werd|is)\s(?:hij|zij|ze|\p{L}+)?\s?\d{1,2}(?:\sjaar)?)(?!\p{L})/u
const otherwise =
  /(?:(?<!geboorte)datum|d\.d\.|versie(?: \d{1,3})? van|versie|lesdatum|toets(?:datum)?|les|gegeven op|bezocht op|geraadpleegd(?: op)?|publicatie|gepubliceerd|inlever(?:en|datum)?|deadline|uiterlijk|vanaf|t\/m|tot|op|bijgewerkt|update|week|vakantie|overleden|gestorven)[^\n\d\p{L}]{0,3}(?:op\s)?$/u

const earliest = 1930
const latestHistory = 2003
const latestWithoutWords = 2023

/**
 * Dates on which somebody was born: any date beside a word of birth, and dates in digits that fit a birth where nothing else is said.
 * `public` sentences (on persons of lessons) and dates of before 1930 are history; `named` sentences hold a name.
 */
export function findBirthDates(
  text: string,
  about: (at: number) => { readonly public: boolean; readonly named: boolean },
): readonly Finding[] {
  const found: Finding[] = []
  for (const pattern of [inDigits, inWords, bare]) {
    for (const match of places(text, pattern)) {
      const to = match.index + match[0].length
      const { before, after } = around(text, match.index, to, 60, 40)
      const sentence = about(match.index)
      const year = yearOf(match[0])
      const birth = bornBefore.test(lineEnd(before)) || bornAfter.test(after)
      if ((sentence.public && !(birth && (year ?? 0) > latestHistory)) || (year !== undefined && year < earliest))
        continue
      const fits =
        year !== undefined &&
        year <= latestWithoutWords &&
        pattern === inDigits &&
        isDay(match) &&
        !otherwise.test(before)
      const besideName =
        sentence.named &&
        pattern !== bare &&
        year !== undefined &&
        year <= latestWithoutWords &&
        !/(?:toets|les|versie|overleden)[^\n\d]{0,12}$/u.test(before)
      if (birth || fits || besideName) found.push(finding('birth-date', text, match.index, to))
    }
  }
  return found
}

const lineEnd = (before: string) => before.slice(before.lastIndexOf('\n') + 1)

function yearOf(date: string): number | undefined {
  const four = /(?:^|\D|^\d{4})(\d{4})(?:\D|$)/u.exec(date)?.[1]
  if (four) return Number(four)
  const two = /[-–/.'](\d\d)$/u.exec(date)?.[1]
  return two === undefined ? undefined : Number(two) > 40 ? 1900 + Number(two) : 2000 + Number(two)
}

function isDay(match: RegExpExecArray): boolean {
  const [, a, b, year, otherYear, c, d] = match
  if (year !== undefined && year.length === 2 && match[0].includes('.')) return false
  const [day, month] = year === undefined ? [d, c] : [a, b]
  if (year === undefined && otherYear === undefined) return false
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
}
