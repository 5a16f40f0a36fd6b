import { describe, expect, test } from 'vitest'
import type { RegisterSchool } from './import-plan.ts'
import { schoolWords, wordsOf } from './school-words.ts'

const school: RegisterSchool = {
  code: '98AA00',
  sector: 'po',
  facts: {
    name: 'OBS De Wâldiik',
    street: 'Kerkstraat',
    houseNumber: '1',
    postcode: '2511 AB',
    place: "'s-Gravenhage",
    municipalityCode: '0518',
    municipality: "'s-Gravenhage",
    province: 'Zuid-Holland',
    governingBody: '41000',
    denomination: 'Openbaar',
    phone: null,
    website: null,
    structure: null,
    holidayRegion: 'midden',
  },
  firstSeen: '2019-10-01',
  lastSeen: '2025-10-01',
  closedSince: null,
  names: [
    { name: 'De Kiem', first: '2019-10-01', last: '2019-10-01' },
    { name: 'OBS De Wâldiik', first: '2025-10-01', last: '2025-10-01' },
  ],
}

describe('words', () => {
  test.each([
    ["'s-Gravenhage", ['s', 'gravenhage']],
    ['’t Hûs & Hof', ['t', 'hus', 'en', 'hof']],
    ['C.B.S. De Noordkaap', ['cbs', 'de', 'noordkaap']],
    ['C B S  De Noordkaap', ['cbs', 'de', 'noordkaap']],
    ['Het Mozaïek (nevenlocatie)', ['het', 'mozaiek', 'nevenlocatie']],
    ['', []],
    ['!?—', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('a school is found by its codes, name, place by either name, former name, kind and postcode', () => {
    const words = schoolWords(school)
    for (const word of ['98aa00', '98aa', 'obs', 'openbare', 'basisschool', 'waldiik', 'den', 'haag', 'gravenhage']) {
      expect([word, words.has(word)]).toEqual([word, true])
    }
    for (const word of ['kiem', '2511ab', '2511', 'primary']) {
      expect([word, words.has(word)]).toEqual([word, true])
    }
    expect(words.has('cbs')).toBe(false)
    expect(words.get('waldiik')).toBeGreaterThan(words.get('kiem') ?? 0)
  })

  test('a secondary school is found by what it offers', () => {
    const words = schoolWords({
      ...school,
      sector: 'vo',
      names: [],
      facts: { ...school.facts, name: 'Het College', structure: 'VBO/MAVO/PRO' },
    })
    for (const word of ['vmbo', 'mavo', 'praktijkonderwijs', 'middelbare', 'secondary']) {
      expect([word, words.has(word)]).toEqual([word, true])
    }
    expect(words.has('basisschool')).toBe(false)
  })
})
