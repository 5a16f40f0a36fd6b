import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planImport, type RegisterSchool } from './import-plan.ts'
import { readRegisterFile } from './register-file.ts'
import { fileOf, type SampleSchool, sampleRegister } from './sample-register.ts'
import { createSchoolIndex } from './school-index.ts'

const places = (
  "GRONINGEN:0014 AMSTERDAM:0363 UTRECHT:0344 TILBURG:0855 'S-GRAVENHAGE:0518 ARNHEM:0202 EDE:0228 LEEUWARDEN:0080 " +
  "ZWOLLE:0193 ENSCHEDE:0153 'S-HERTOGENBOSCH:0796 MIDDELBURG:0687 IJSSELSTEIN:0353 HAARLEM:0392 AMERSFOORT:0307"
)
  .split(' ')
  .map((place) => place.split(':') as [string, string])
const kinds: Readonly<Record<string, string>> = {
  'De Regenboog': 'Openbaar',
  'Basisschool De Kleine Wereld': 'Rooms-Katholiek',
  'OBS De Vuurtoren': 'Openbaar',
  'Christelijke Basisschool De Fontein': 'Protestants-Christelijk',
  'Sint Jozefschool': 'Rooms-Katholiek',
  'Het Mozaïek': 'Protestants-Christelijk',
  "'t Palet": 'Openbaar',
  'IKC De Wereldwijzer': 'Rooms-Katholiek',
  Montessorischool: 'Openbaar',
  'C.B.S. De Ark': 'Protestants-Christelijk',
  'Skoalle De Wâldiik': 'Rooms-Katholiek',
  'Eben-Haëzer': 'Protestants-Christelijk',
}
const names = Object.keys(kinds)
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const primary: SampleSchool[] = places.flatMap(([place, municipality], p) =>
  names.map((name, n) => ({
    code: `${30 + p}A${letters[n]}00`,
    name,
    place,
    municipality: [municipality, place] as const,
    denomination: kinds[name] ?? '',
    postcode: `${1000 + p * 100 + n} AB`,
  })),
)
const secondary: SampleSchool[] = [
  { code: '20AA00', name: 'Willem Lodewijkgymnasium', structure: 'VWO' },
  { code: '20AB00', name: 'Praktijkcollege', structure: 'PRO', place: 'TILBURG', municipality: ['0855', 'TILBURG'] },
  { code: '20AC00', name: 'Dr. Nassau College', structure: 'VBO/MAVO', place: 'NORG' },
  { code: '20AD00', name: 'Haags Lyceum', place: "'S-GRAVENHAGE", municipality: ['0518', 'S GRAVENHAGE'] },
]

async function register(): Promise<Map<string, RegisterSchool>> {
  const schools = new Map<string, RegisterSchool>()
  const put = async (list: readonly SampleSchool[], sector: 'po' | 'vo', vintage: string, vintages: string[]) => {
    const reading = await readRegisterFile(fileOf(sampleRegister(list, { sector })))
    if (!reading.ok) throw new Error(reading.refusal.reason)
    const plan = planImport({ file: reading.file, vintage, register: schools, vintages })
    for (const school of plan.writes) schools.set(school.code, school)
  }
  const former: SampleSchool = { code: '30AA00', name: 'Prinses Marijkeschool' }
  const gone: SampleSchool = { code: '29ZZ00', name: 'De Regenboog', place: 'GRONINGEN' }
  await put([former, gone], 'po', '2019-10-01', [])
  await put(primary, 'po', '2025-10-01', ['2019-10-01'])
  await put(secondary, 'vo', '2025-10-01', [])
  return schools
}

const schools = await register()
const index = await createSchoolIndex(schools.values())
const described = (code: string) => {
  const facts = schools.get(code)?.facts
  return `${facts?.name}, ${facts?.place}`
}
const found = (text: string, limit = 10) => index.find(text, limit).map(described)

describe('what people type and what they mean', () => {
  test.each([
    ['de regenboog groningen', 'De Regenboog, Groningen'],
    ['Regenboog Groningen', 'De Regenboog, Groningen'],
    ['groningen regenboog', 'De Regenboog, Groningen'],
    ['regenbog groningen', 'De Regenboog, Groningen'],
    ['regenb groni', 'De Regenboog, Groningen'],
    ['deregenboog amersfoort', 'De Regenboog, Amersfoort'],
    ['regen boog amersfoort', 'De Regenboog, Amersfoort'],
    ['kleinewereld arnhem', 'Basisschool De Kleine Wereld, Arnhem'],
    ['REGENBOOG EDE', 'De Regenboog, Ede'],
    ['fontein den haag', "Christelijke Basisschool De Fontein, 's-Gravenhage"],
    ["fontein 's-gravenhage", "Christelijke Basisschool De Fontein, 's-Gravenhage"],
    ['fontein s gravenhage', "Christelijke Basisschool De Fontein, 's-Gravenhage"],
    ['ark den bosch', "C.B.S. De Ark, 's-Hertogenbosch"],
    ['cbs de ark haarlem', 'C.B.S. De Ark, Haarlem'],
    ['c.b.s. de ark haarlem', 'C.B.S. De Ark, Haarlem'],
    ['christelijke basisschool ark haarlem', 'C.B.S. De Ark, Haarlem'],
    ['cbs fontein zwolle', 'Christelijke Basisschool De Fontein, Zwolle'],
    ['openbare basisschool vuurtoren utrecht', 'OBS De Vuurtoren, Utrecht'],
    ['integraal kindcentrum wereldwijzer ede', 'IKC De Wereldwijzer, Ede'],
    ['mozaiek tilburg', 'Het Mozaïek, Tilburg'],
    ['mosaiek tilburg', 'Het Mozaïek, Tilburg'],
    ['palet zwolle', "'t Palet, Zwolle"],
    ['’t palet zwolle', "'t Palet, Zwolle"],
    ['st jozef arnhem', 'Sint Jozefschool, Arnhem'],
    ['joseph school arnhem', 'Sint Jozefschool, Arnhem'],
    ['waldiik leeuwarden', 'Skoalle De Wâldiik, Leeuwarden'],
    ['eben haezer ysselstein', 'Eben-Haëzer, IJsselstein'],
    ['montesori enschede', 'Montessorischool, Enschede'],
    ['willem lodewijk gymnasium', 'Willem Lodewijkgymnasium, Groningen'],
    ['gimnasium groningen', 'Willem Lodewijkgymnasium, Groningen'],
    ['vmbo norg', 'Dr. Nassau College, Norg'],
    ['praktijkschool tilburg', 'Praktijkcollege, Tilburg'],
    ['haags liceum', "Haags Lyceum, 's-Gravenhage"],
    ['20AA', 'Willem Lodewijkgymnasium, Groningen'],
    ['20aa00', 'Willem Lodewijkgymnasium, Groningen'],
    ['prinses marijkeschool', 'De Regenboog, Groningen'],
    ['1405 AB', "Het Mozaïek, 's-Gravenhage"],
  ])('%s → %s', (text, expected) => {
    expect(found(text)[0]).toBe(expected)
  })

  test('basischool groninge: primary schools in Groningen, and only those on top', () => {
    const codes = index.find('basischool groninge', names.length)
    expect(codes.map((code) => schools.get(code)).every((school) => school?.sector === 'po')).toBe(true)
    expect(codes.map((code) => schools.get(code)?.facts.place)).toEqual(names.map(() => 'Groningen'))
  })

  test('a kind of school in a place comes before other kinds there', () => {
    const publicOnes = index.find('obs utrecht', 4).map((code) => schools.get(code)?.facts.denomination)
    expect(publicOnes).toEqual(['Openbaar', 'Openbaar', 'Openbaar', 'Openbaar'])
  })

  test('a closed school is found, after open ones that answer as well', () => {
    const codes = index.find('regenboog groningen', 10)
    const closed = codes.findIndex((code) => schools.get(code)?.closedSince !== null)
    expect(codes[closed]).toBe('29ZZ00')
    expect(closed).toBeGreaterThan(0)
    expect(index.find('29ZZ00', 10)).toEqual(['29ZZ00'])
  })

  test('nothing like it: nothing', () => {
    expect(found('asdfghjkl')).toEqual([])
    expect(found('')).toEqual([])
    expect(found('  ?! ')).toEqual([])
    expect(found('groningen', 0)).toEqual([])
  })

  test('no text makes it throw or answer more than was asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 500 })), fc.nat(5), (text, limit) => {
        expect(index.find(text, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})

test('one edit in a word of four letters or more still finds the school in the first ten', () => {
  const edit = fc.record({
    kind: fc.constantFrom('put in', 'left out', 'changed', 'swapped'),
    word: fc.nat(),
    at: fc.nat(),
    letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  })
  fc.assert(
    fc.property(fc.constantFrom(...[...primary, ...secondary]), edit, (school, { kind, word, at, letter }) => {
      const words = described(school.code).split(/[^\p{L}\p{N}]+/u)
      const long = words.flatMap((text, i) => (text.length >= 4 ? [i] : []))
      const chosen = long[word % long.length] ?? 0
      const text = words[chosen] ?? ''
      const [before, after] = [text.slice(0, at % text.length), text.slice(at % text.length)]
      words[chosen] = {
        'put in': before + letter + after,
        'left out': before + after.slice(1),
        changed: before + letter + after.slice(1),
        swapped: before + after.charAt(1) + after.charAt(0) + after.slice(2),
      }[kind]
      const typed = words.join(' ')
      expect([typed, index.find(typed, 10).includes(school.code)]).toEqual([typed, true])
    }),
    { numRuns: 1000 },
  )
})
