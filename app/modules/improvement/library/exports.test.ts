import { expect, it } from 'vitest'
import { jsonLdOf } from './export-json-ld.ts'
import { lomOf } from './export-lom.ts'
import type { SharedLesson } from './shared-lesson.ts'

const lesson: SharedLesson = {
  id: 'b',
  organisationId: 'o',
  lessonId: 'l',
  teamId: 't',
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
  terms: [{ uri: 'https://voorbeeld.example/kerndoel/26', code: '26', label: 'Meten' }],
  parent: {
    id: 'a',
    title: 'Een kwart',
    credit: 'Bovenbouw, De Klimboom',
    plan: { question: '', pupilsDo: '', pupilsSay: '', materials: '', watch: ['', '', ''], phases: [] },
  },
}

it('is NL-LOM that is well formed, with licence, time and official addresses', () => {
  const xml = lomOf(lesson, 'https://kantelpunt.example/library/b')
  const open: string[] = []
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self) continue
    if (close) expect(open.pop()).toBe(name)
    else open.push(name ?? '')
  }
  expect(open).toEqual([])
  expect(xml).toContain('<langstring xml:lang="nl">Groter &lt; kleiner &amp; &quot;gelijk&quot;</langstring>')
  expect(xml).toContain('<datetime>PT35M</datetime>')
  expect(xml).toContain('<langstring xml:lang="x-none">cc-by-40</langstring>')
  expect(xml).toContain('<id>https://voorbeeld.example/kerndoel/26</id>')
  expect(xml).toContain('https://kantelpunt.example/library/a')
  expect(xml).toContain('FN:Onderbouw\\, De Waterlelie')
})

it('is JSON-LD of schema.org, with what it is based on', () => {
  expect(jsonLdOf(lesson, 'https://kantelpunt.example/library/b')).toMatchObject({
    '@type': 'LearningResource',
    '@id': 'https://kantelpunt.example/library/b',
    name: lesson.title,
    timeRequired: 'PT35M',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isBasedOn: { '@id': 'https://kantelpunt.example/library/a', creditText: 'Bovenbouw, De Klimboom' },
    educationalAlignment: [{ targetUrl: 'https://voorbeeld.example/kerndoel/26', targetName: 'Meten' }],
  })
})

it('does not say CC BY of a lesson that is not open', () => {
  const own = { ...lesson, reach: 'school' as const }
  expect(lomOf(own, 'https://k.example/b')).not.toContain('cc-by')
  expect(jsonLdOf(own, 'https://k.example/b')).not.toHaveProperty('license')
})
