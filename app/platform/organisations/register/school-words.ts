import type { RegisterSchool } from './import-plan.ts'

/**
 * The words of a text as search sees them: small letters without accents or signs, `'s-Gravenhage` as `s gravenhage`.
 * Single letters in a row are an abbreviation: `C.B.S.` and `c b s` are `cbs`.
 */
export function wordsOf(text: string): readonly string[] {
  const small = text.toLowerCase().replaceAll('&', ' en ')
  // Nearly every text is ASCII, and the longer way is many times slower.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the range of ASCII.
  const plain = /^[\u0000-\u007f]*$/.test(small)
    ? small.replace(/['`]/g, '')
    : small
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/['’‘`´]/g, '')
        .replaceAll('ß', 'ss')
  const words: string[] = []
  let letters = ''
  for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (word.length === 1 && /\p{L}/u.test(word)) {
      letters += word
      continue
    }
    if (letters !== '') words.push(letters)
    letters = ''
    if (word !== '') words.push(word)
  }
  if (letters !== '') words.push(letters)
  return words
}

/** The weight of a word in the name that a school has now. */
export const nameWeight = 1

/** How much a word counts by where it stands. */
const weights = {
  code: 1.2,
  name: nameWeight,
  place: 0.95,
  kind: 0.85,
  formerName: 0.75,
  municipality: 0.7,
  postcode: 0.7,
} as const

/** The words by which a school is found, each with the weight of its best place. */
export function schoolWords(school: RegisterSchool): ReadonlyMap<string, number> {
  const { code, facts, names } = school
  const words = new Map<string, number>()
  const put = (weight: number, list: readonly string[]) => {
    for (const word of list) if ((words.get(word) ?? 0) < weight) words.set(word, weight)
  }
  put(weights.code, [code.toLowerCase(), code.slice(0, 4).toLowerCase()])
  put(weights.name, spelledOut(wordsOf(facts.name)))
  put(weights.place, placeWords(facts.place))
  put(weights.municipality, placeWords(facts.municipality))
  for (const { name } of names) if (name !== facts.name) put(weights.formerName, spelledOut(wordsOf(name)))
  if (facts.postcode !== null) {
    const joined = facts.postcode.replace(' ', '').toLowerCase()
    put(weights.postcode, [joined, joined.slice(0, 4)])
  }
  put(weights.kind, kindWords(school))
  return words
}

/** Places that people call by another name than the register does. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  's gravenhage': ['den', 'haag'],
  's hertogenbosch': ['den', 'bosch'],
}

function placeWords(place: string): readonly string[] {
  const words = wordsOf(place)
  return [...words, ...(alsoCalled[words.join(' ')] ?? [])]
}

/** What schools' abbreviations stand for; a search for either finds both. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  bs: ['basisschool'],
  obs: ['openbare', 'basisschool'],
  cbs: ['christelijke', 'basisschool'],
  pcbs: ['protestants', 'christelijke', 'basisschool'],
  pcb: ['protestants', 'christelijke', 'basisschool'],
  kbs: ['katholieke', 'basisschool'],
  rkbs: ['rooms', 'katholieke', 'basisschool'],
  ibs: ['islamitische', 'basisschool'],
  gbs: ['gereformeerde', 'basisschool'],
  kc: ['kindcentrum'],
  ikc: ['integraal', 'kindcentrum'],
  sg: ['scholengemeenschap'],
  sgm: ['scholengemeenschap'],
  osg: ['openbare', 'scholengemeenschap'],
  csg: ['christelijke', 'scholengemeenschap'],
  rsg: ['regionale', 'scholengemeenschap'],
  st: ['sint'],
  sint: ['st'],
  dr: ['doctor'],
  prof: ['professor'],
  burg: ['burgemeester'],
  chr: ['christelijke'],
  vwo: ['atheneum', 'gymnasium'],
  pro: ['praktijkonderwijs'],
}

function spelledOut(words: readonly string[]): readonly string[] {
  return [...words, ...words.flatMap((word) => abbreviations[word] ?? [])]
}

/** Words for what kind of school it is, whatever its name says: `basisschool groningen` finds every one there. */
function kindWords({ sector, facts }: RegisterSchool): readonly string[] {
  const denomination = (facts.denomination ?? '').toLowerCase()
  const kinds = new Set(wordsOf(denomination))
  if (sector === 'po') {
    for (const word of ['basisschool', 'basisonderwijs', 'lagere', 'school', 'primary']) kinds.add(word)
    if (denomination === 'openbaar') for (const word of ['openbare', 'obs']) kinds.add(word)
    if (denomination.includes('protestants')) for (const word of ['christelijke', 'cbs', 'pcbs']) kinds.add(word)
    if (denomination.includes('katholiek')) for (const word of ['katholieke', 'rkbs', 'kbs']) kinds.add(word)
    if (denomination.includes('islamitisch')) for (const word of ['islamitische', 'ibs']) kinds.add(word)
    if (denomination.includes('antroposofisch')) for (const word of ['vrije', 'vrijeschool']) kinds.add(word)
  } else {
    for (const word of ['middelbare', 'school', 'voortgezet', 'onderwijs', 'secondary']) kinds.add(word)
    for (const level of wordsOf(facts.structure ?? '')) {
      kinds.add(level)
      if (level === 'mavo' || level === 'vbo') kinds.add('vmbo')
      if (level === 'vwo') for (const word of ['atheneum', 'gymnasium']) kinds.add(word)
      if (level === 'pro') for (const word of ['praktijkonderwijs', 'praktijkschool']) kinds.add(word)
    }
  }
  return [...kinds]
}
