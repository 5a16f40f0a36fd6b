import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { findPersonalData, type Kind } from '@kantelpunt/personal-data'
import { missingTexts } from './score-column.ts'

/** `unique`: nearly every row has another text or number, as names and numbers of pupils have. */
export type PersonalKind =
  | 'name'
  | 'bsn'
  | 'email'
  | 'phone'
  | 'birth-date'
  | 'address'
  | 'pupil-number'
  | 'account'
  | 'unique'

export interface PersonalColumn {
  readonly name: string
  /** Counts from 1. */
  readonly column: number
  readonly kind: PersonalKind
  /** What it was told by: the words above the column, or what stands in it. */
  readonly by: 'header' | 'cells'
}

/** Words above a column, in small letters without signs. Schools have names too, so `naam` alone says nothing. */
const headers: readonly (readonly [PersonalKind, RegExp])[] = [
  [
    'bsn',
    /\b(bsn|burgerservice ?(nummer|nr)|sofi ?(nummer|nr)?|pgn|persoonsgebonden ?(nummer|nr)|onderwijs ?(nummer|nr))\b/,
  ],
  ['pupil-number', /\b(leerling|lln|ll|pupil|student|kind|child) ?(nummer|nr|number|no|id|code|key)\b|\beck ?id\b/],
  ['email', /\be ?mail/],
  ['phone', /\b(tel|telefoon\w*|telnr|mobiel\w*|(tele|mobile ?)?phone\w*|gsm)\b/],
  [
    'birth-date',
    /\b(geb|gebdat\w*|geboren|geboorte ?(datum|dag|dat)?|birth ?(date|day)|date of birth|dob)\b(?! ?(land|jaar|maand|year|month|country))/,
  ],
  ['address', /\b(\w*adres|address|straat\w*|street|huis ?(nummer|nr))\b/],
  [
    'name',
    /\b((voor|achter|roep|familie|doop) ?na(am|men)|voorletters?|initialen|tussenvoegsels?|(first|last|given|family|middle) ?names?|surname|initials)\b/,
  ],
  [
    'name',
    /\b(leerling|pupil|student|kind|child) ?(naam|name)\b|\bna(am|me) (van )?(de |het |of )?(the )?(leerling|kind|pupil|student|child)\b/,
  ],
]

const isSchoolWord = /\b(school\w*|vestiging\w*|locatie|brin|bestuur|instelling|board)\b|school\b/
const isDayOfTest = /\b(toets|afname|meet|peil|test|exam)/
const number = /^[+-]?\d+([.,]\d+)?$/
const whole = /^\d+$/
const day = /^(\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?)$/
const packedDay = /^((19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d)$/
const email = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i
const postcode = /^[1-9]\d{3} ?[A-Z]{2}$/i
const phone = /^(06|6|\+?316|00316)\d{8}$|^0\d{9}$/

/** Cells that are looked at with all means; of e-mail, which is cheap to see, more. */
const looked = 400
const lookedForEmail = 50_000

/**
 * The columns that point at persons, with what they seem to hold, in their order. Every column is looked at, also those
 * that nobody asked for: they are in the file as well. Nothing found is no proof that nothing is there.
 */
export function personalColumns(table: DelimitedTable): readonly PersonalColumn[] {
  return table.header.flatMap((name, k) => {
    const words = wordsOf(name)
    const byHeader = headers.find(([, pattern]) => pattern.test(words))?.[0]
    const kind = byHeader ?? kindOfCells(table, name, words)
    return kind === undefined
      ? []
      : [{ name, column: k + 1, kind, by: byHeader === undefined ? 'cells' : 'header' } as const]
  })
}

/** `LeerlingNaam`, `leerling_naam` and `Leerling-naam` are one. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function kindOfCells(table: DelimitedTable, name: string, words: string): PersonalKind | undefined {
  const levels = [
    ...new Set(
      (table.column(name)?.levels ?? []).map((level) => level.trim()).filter((level) => !missingTexts.includes(level)),
    ),
  ]
  if (levels.length === 0) return undefined
  const sample = levels.length <= looked ? levels : every(levels, looked)
  const share = (fits: (text: string) => boolean) => sample.filter(fits).length / sample.length
  const isSchool = isSchoolWord.test(words)
  if (levels.slice(0, lookedForEmail).some((level) => email.test(level))) return 'email'
  if (!isDayOfTest.test(words)) {
    const days = share((text) => day.test(text) || packedDay.test(text))
    if (days >= 0.8) return 'birth-date'
  }
  if (share((text) => number.test(text)) >= 0.9) return kindOfNumbers(sample, table.rowCount, levels.length)
  const found = sample.map((text) => new Set(findPersonalData(text.slice(0, 200)).map(({ kind }) => kind)))
  const shareOf = (...kinds: readonly Kind[]) =>
    found.filter((each) => kinds.some((kind) => each.has(kind))).length / sample.length
  for (const kind of ['bsn', 'account', 'phone'] as const) if (shareOf(kind) > 0) return kind
  if (shareOf('pupil-number') >= 0.3) return 'pupil-number'
  if (shareOf('address') >= 0.2 || share((text) => postcode.test(text)) >= 0.5) return 'address'
  if (!isSchool && shareOf('name', 'class-list') >= 0.3) return 'name'
  // A background has few texts, a school many pupils: what differs in nearly every row says who a row is.
  return !isSchool && levels.length >= 20 && levels.length > 0.2 * table.rowCount ? 'unique' : undefined
}

function kindOfNumbers(sample: readonly string[], rowCount: number, different: number): PersonalKind | undefined {
  const wholes = sample.filter((text) => whole.test(text))
  const nines = wholes.filter((text) => text.length === 9 || text.length === 8)
  // Of arbitrary numbers one in eleven passes; where nearly all are of nine digits, half is far more than chance.
  if (nines.length >= 0.8 * sample.length && nines.filter(passesElevenTest).length >= 0.5 * nines.length) return 'bsn'
  if (sample.filter((text) => phone.test(text)).length >= 0.8 * sample.length) return 'phone'
  const isKey = wholes.length === sample.length && rowCount >= 100 && different >= 0.98 * rowCount
  return isKey ? 'unique' : undefined
}

/** The elfproef: digits times 9, 8, … 2 and −1 add up to a multiple of eleven. A number of eight digits lost its zero. */
function passesElevenTest(text: string): boolean {
  const digits = [...text.padStart(9, '0')].map(Number)
  const sum = digits.reduce((total, digit, k) => total + digit * (k === 8 ? -1 : 9 - k), 0)
  return sum > 0 && sum % 11 === 0
}

function every(levels: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => levels[Math.floor((k * levels.length) / count)] ?? '')
}
