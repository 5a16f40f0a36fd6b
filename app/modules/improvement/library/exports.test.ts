import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonLdOf } from './export-json-ld.ts'
import { lomOf } from './export-lom.ts'
import { wrongInNlLom } from './lom-testing.ts'
import type { SharedLesson } from './shared-lesson.ts'

const lesson: SharedLesson = {
  id: 'b',
  organisationId: 'o',
  lessonId: 'l',
  teamId: 't',
  edition: 2,
  newest: 2,
  number: 2,
  reach: 'open',
  title: 'Groter < kleiner & "gelijk"',
  subject: 'Rekenen',
  year: 'groep 5',
  theme: 'Breuken',
  plan: {
    question: 'Wat is meer?',
    pupilsDo: 'Vouwen',
    pupilsSay: '',
    materials: 'Papier',
    watch: ['', '', ''],
    phases: [
      { what: 'Start', minutes: 10 },
      { what: 'Kern', minutes: 25 },
    ],
  },
  credit: 'Onderbouw, De Waterlelie',
  sharedAt: new Date('2026-03-02T10:00:00Z'),
  withdrawnAt: null,
  sharedBy: 'person:p',
  terms: [
    { uri: 'https://voorbeeld.example/kerndoel/26', code: '26', label: 'Meten', scheme: 'https://voorbeeld.example/' },
  ],
  origins: [
    { id: 'a', edition: 3, title: 'Een kwart', credit: 'Bovenbouw, De Klimboom' },
    { id: 'c', edition: 1, title: 'De eerste', credit: 'Onderbouw, Het Zandpad' },
  ],
}
const address = 'https://kantelpunt.example/library/b'

it('is NL LOM as its rules ask, with licence, time, level and official addresses', () => {
  const xml = lomOf(lesson, address)
  expect(wrongInNlLom(xml)).toEqual([])
  expect(xml).toContain('<langstring xml:lang="nl">Groter &lt; kleiner &amp; &quot;gelijk&quot;</langstring>')
  expect(xml).toContain('<datetime>PT35M</datetime>')
  expect(xml).toContain('<langstring xml:lang="x-none">cc-by-40</langstring>')
  expect(xml).toContain('<id>https://voorbeeld.example/kerndoel/26</id>')
  expect(xml).toContain('<id>po_groep5</id>')
  expect(xml).toContain('<langstring xml:lang="x-none">8-9</langstring>')
  expect(xml).toContain('FN:Onderbouw\\, De Waterlelie')
})

it('names everybody whose work it was made from, in both files', () => {
  const xml = lomOf(lesson, address)
  expect(xml).toContain('https://kantelpunt.example/library/a?edition=3')
  for (const { title, credit } of lesson.origins) expect(xml).toContain(`${title} (${credit})`)
  expect(jsonLdOf(lesson, address)).toMatchObject({
    isBasedOn: [
      { '@id': 'https://kantelpunt.example/library/a?edition=3', creditText: 'Bovenbouw, De Klimboom' },
      { '@id': 'https://kantelpunt.example/library/c?edition=1', creditText: 'Onderbouw, Het Zandpad' },
    ],
  })
})

it('stays NL LOM whatever a lesson says', () => {
  const strange = fc.constantFrom(
    '\uFFFE',
    '\uFFFF',
    '\u0000',
    '\u001B',
    '\uD800',
    '\u0085',
    ']]>',
    '<!--',
    '&amp;',
    '"',
    "'",
    ';',
    '\\',
    '\n',
    '😀',
    'Σ',
  )
  const text = fc
    .array(fc.oneof(strange, fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join(''))
  const filled = text.map((said) => `a${said}`)
  fc.assert(
    fc.property(
      fc.record({ title: filled, subject: text, theme: text, year: text, credit: filled, question: text }),
      fc.constantFrom('open' as const, 'team' as const),
      ({ question, ...about }, reach) => {
        const said = { ...lesson, ...about, reach, plan: { ...lesson.plan, question } }
        expect(wrongInNlLom(lomOf(said, address))).toEqual([])
        expect(JSON.stringify(jsonLdOf(said, address))).not.toMatch(/\\u(?:0[01]..|d[89a-f]..|fff[ef])|[\uFFFE\uFFFF]/i)
      },
    ),
  )
})

it.each([
  [
    'the order of elements',
    (xml: string) => xml.replace(/( +<language>nl<\/language>\n)( +<description>.*\n)/, '$2$1'),
  ],
  ['a value of its list', (xml: string) => xml.replace('>handleiding<', '>lesplan<')],
  ['an identifier', (xml: string) => xml.replace(/ +<catalogentry>.*\n/, '')],
  ['the scheme of NL LOM', (xml: string) => xml.replace('nl_lom_v1p0', 'czp')],
  ['text that is a letter of XML', (xml: string) => xml.replace('Meten', '\uFFFE')],
  ['a card with a name', (xml: string) => xml.replace('\nFN:', '\nX:')],
])('is refused by its rules without %s', (_what, broken) => {
  const xml = lomOf(lesson, address)
  expect(broken(xml)).not.toBe(xml)
  const complaints = () => {
    try {
      return wrongInNlLom(broken(xml))
    } catch (error) {
      return [String(error)]
    }
  }
  expect(complaints()).not.toEqual([])
})

it('is JSON-LD of schema.org', () => {
  expect(jsonLdOf(lesson, address)).toMatchObject({
    '@type': 'LearningResource',
    '@id': address,
    name: lesson.title,
    timeRequired: 'PT35M',
    educationalLevel: ['PO groep 5'],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    educationalAlignment: [{ targetUrl: 'https://voorbeeld.example/kerndoel/26', targetName: 'Meten' }],
  })
})

it('does not say CC BY of a lesson that is not open', () => {
  const own = { ...lesson, reach: 'school' as const }
  expect(lomOf(own, 'https://k.example/b')).not.toContain('cc-by')
  expect(jsonLdOf(own, 'https://k.example/b')).not.toHaveProperty('license')
})
