import { findPersonalData } from '@kantelpunt/personal-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPlan } from '../lessons/plan.ts'
import { type Answer, findingsIn, resolveFindings, type Shareable, shareableTexts } from './findings.ts'

const lesson = (about: Partial<Shareable>): Shareable => ({
  ...emptyPlan,
  title: 'Een kwart van wat?',
  subject: 'Rekenen',
  year: 'groep 5',
  theme: 'Breuken',
  ...about,
})

const personal = lesson({
  question: 'Begrijpen ze het? Vraag eerst Fatima Bouzidi. En dan de rest.',
  watch: ['Sem raakt snel afgeleid.', '', ''],
  phases: [{ what: 'Bel 06-12345678 als het misgaat.', minutes: 5 }],
})

describe('what may be personal in a lesson', () => {
  it('stands in its sentence, by its field', () => {
    expect(
      findingsIn(personal).map(({ field, kind, before, text, after }) => [field, kind, before, text, after]),
    ).toEqual([
      ['question', 'name', 'Vraag eerst ', 'Fatima Bouzidi', '.'],
      ['watch-1', 'name', '', 'Sem', ' raakt snel afgeleid.'],
      ['phase-1', 'phone', 'Bel ', '06-12345678', ' als het misgaat.'],
    ])
  })

  it('is shared only when each is answered', () => {
    const [first, ...rest] = findingsIn(personal)
    const answers = new Map<string, Answer>(rest.map(({ id }) => [id, { fix: 'replace', with: 'iemand' }]))
    expect(resolveFindings(personal, answers)).toEqual({ ok: false, errors: { [first?.id ?? '']: 'unanswered' } })
  })

  it('is replaced where it stood, and nothing else changes', () => {
    const answers = new Map<string, Answer>(
      findingsIn(personal).map(({ id }) => [id, { fix: 'replace', with: 'een leerling' }]),
    )
    const resolved = resolveFindings(personal, answers)
    expect(resolved).toMatchObject({ ok: true, replaced: 3, kept: [] })
    expect(resolved.ok && shareableTexts(resolved.lesson)).toEqual({
      ...shareableTexts(personal),
      question: 'Begrijpen ze het? Vraag eerst een leerling. En dan de rest.',
      'watch-1': 'een leerling raakt snel afgeleid.',
      'phase-1': 'Bel een leerling als het misgaat.',
    })
  })

  it('is not hidden behind another name, nor behind nothing', () => {
    const replacing = (words: string) =>
      resolveFindings(personal, new Map(findingsIn(personal).map(({ id }) => [id, { fix: 'replace', with: words }])))
    expect(Object.values(replacing('Noor de Boer'))).toContainEqual(
      expect.objectContaining(Object.fromEntries(findingsIn(personal).map(({ id }) => [id, 'still-personal']))),
    )
    expect(replacing(' ').ok).toBe(false)
  })

  it('stays where somebody says that it is none', () => {
    const answers = new Map<string, Answer>(findingsIn(personal).map(({ id }) => [id, { fix: 'none', why: 'made-up' }]))
    expect(resolveFindings(personal, answers)).toEqual({
      ok: true,
      lesson: personal,
      replaced: 0,
      kept: ['made-up', 'made-up', 'made-up'],
    })
  })

  it('asks again where the text has changed since it was answered', () => {
    const before = findingsIn(lesson({ question: 'Vraag eerst Fatima.' }))
    const after = findingsIn(lesson({ question: 'Vraag eerst Yusuf.' }))
    expect(before[0]?.id).not.toBe(after[0]?.id)
  })

  it('is never left in what is shared, unless it was kept', () => {
    const names = ['Fatima', 'Sem de Boer', 'sem@school.nl', '06-12345678', 'Kerkstraat 12', 'Noor', 'Roos Vos']
    const sentence = fc
      .tuple(fc.constantFrom('Vraag het aan ', 'Help ', 'Zet dit bij '), fc.constantFrom(...names))
      .map((parts) => `${parts.join('')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), (sentences) => {
        const shared = lesson({ question: sentences.join(' '), materials: sentences.toReversed().join('\n') })
        const answers = new Map<string, Answer>(
          findingsIn(shared).map(({ id }) => [id, { fix: 'replace', with: 'iemand' }]),
        )
        const resolved = resolveFindings(shared, answers)
        if (!resolved.ok) return
        const texts = Object.values(shareableTexts(resolved.lesson)).join('\n\n')
        expect(findPersonalData(texts)).toEqual([])
        for (const name of names) expect(texts).not.toContain(name)
      }),
    )
  })
})
