import { around, type Finding, finding, places } from '../finding.ts'

const nine = /(?<![\p{L}\d.,+-])\d{9}(?![\p{L}\d,]|\.\d)/gu
/** Nine digits in whatever groups they are written; only where it is said that they are a BSN. */
const inGroups = /(?<![\p{L}\d.,+-])\d(?:[-. \u2010\u2011–]?\d){7,8}(?![\p{L}\d]|[.,]\d)/gu
const saidBsn =
  /(?:bsn|burgerservice(?:nummer|nr)?|sofi-?(?:nummer|nr)?|onderwijsnummer|pgn|persoonsgebonden nummer|citizen service number)[^\n\d]{0,20}$/u
const saidPupil =
  /(?:leerling(?:en)?-?\s?(?:nummer|nr|code|id)|lln\.?-?\s?(?:nr|nummer)|leerlnr|stam-?(?:nummer|nr)|student(?:en)?-?\s?(?:nummer|nr|number|id)|pupil\s?(?:number|no|id)|pas(?:nummer|nr)|administratienummer|inschrijfnummer|dossiernummer|inlog(?:code|naam)?)[^\n\d\p{L}]{0,4}(?:is\s|van\s[^\n\d]{1,30}\s?(?:is|:)?\s?)?$/u
const number = /(?<![\d.,])(?:[a-z]{1,3}-?)?\d{3,10}(?![\d]|[.,]\d)/giu

/** Numbers that people are registered by: BSN (by its check digit, or because it says so) and numbers of pupils (because it says so). */
export function findCodes(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of places(text, nine)) {
    if (passesElevens(match[0])) found.push(finding('bsn', text, match.index, match.index + match[0].length))
  }
  for (const match of places(text, inGroups)) {
    const { before } = around(text, match.index, match.index, 40, 0)
    if (saidBsn.test(before)) found.push(finding('bsn', text, match.index, match.index + match[0].length))
  }
  for (const match of places(text, number)) {
    const { before } = around(text, match.index, match.index, 60, 0)
    if (saidPupil.test(before)) found.push(finding('pupil-number', text, match.index, match.index + match[0].length))
  }
  return found
}

/** The elfproef of a BSN: 9 a + 8 b + … + 2 h − i is a multiple of 11. */
export function passesElevens(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(digits[at])
  return digits.length === 9 && !/^(\d)\1*$/u.test(digits) && (sum - Number(digits[8])) % 11 === 0
}

const iban = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu

/** Bank accounts (IBAN, ISO 13616) whose check digits are right. */
export function findAccounts(text: string): readonly Finding[] {
  return [...places(text, iban)].flatMap((match) => {
    const code = match[0].replaceAll(' ', '')
    const turned = `${code.slice(4)}${code.slice(0, 4)}`
    let rest = 0
    for (const sign of turned)
      for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
    return rest === 1 ? [finding('account', text, match.index, match.index + match[0].length)] : []
  })
}
