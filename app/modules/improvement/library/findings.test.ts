import { findPersonalData } from '@kantelpunt/personal-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPlan } from '../lessons/plan.ts'
import { type Answer, checkLesson, type LessonFinding, type Shareable, shareableTexts } from './findings.ts'

const lesson = (about: Partial<Shareable>): Shareable => ({
  ...emptyPlan,
  title: 'Een kwart van wat?',
  subject: 'Rekenen',
  year: 'groep 5',
  theme: 'Breuken',
  credit: 'Onderbouw, De Waterlelie',
  ...about,
})

const findingsIn = (shared: Shareable) => checkLesson(shared, () => undefined).findings
const replaceBy = (words: string) => (): Answer => ({ fix: 'replace', with: words })
const errorsIn = (checked: ReturnType<typeof checkLesson>) => (checked.ok ? {} : Object.fromEntries(checked.errors))

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
    const answered = new Set(rest.map(({ id }) => id))
    const checked = checkLesson(personal, (id) => (answered.has(id) ? { fix: 'replace', with: 'iemand' } : undefined))
    expect(errorsIn(checked)).toEqual({ [first?.id ?? '']: 'unanswered' })
    expect(checked.findings).toHaveLength(3)
  })

  it('is replaced where it stood, and nothing else changes', () => {
    const checked = checkLesson(personal, replaceBy('een leerling'))
    expect(checked).toMatchObject({ ok: true, replaced: 3, kept: [] })
    expect(checked.ok && shareableTexts(checked.lesson)).toEqual({
      ...shareableTexts(personal),
      question: 'Begrijpen ze het? Vraag eerst een leerling. En dan de rest.',
      'watch-1': 'een leerling raakt snel afgeleid.',
      'phase-1': 'Bel een leerling als het misgaat.',
    })
  })

  it('is not hidden behind another name, nor behind nothing, nor kept without a reason', () => {
    const all = (error: string) => Object.fromEntries(findingsIn(personal).map(({ id }) => [id, error]))
    expect(errorsIn(checkLesson(personal, replaceBy('Noor de Boer')))).toEqual(all('still-personal'))
    expect(errorsIn(checkLesson(personal, replaceBy(' ')))).toEqual(all('empty'))
    expect(errorsIn(checkLesson(personal, () => ({ fix: 'none', why: null })))).toEqual(all('no-reason'))
  })

  it('is not replaced by more than fits', () => {
    const long = lesson({ subject: 'Bijles van Fatima' })
    const [found] = findingsIn(long)
    expect(found?.field).toBe('subject')
    expect(errorsIn(checkLesson(long, replaceBy('een '.repeat(20))))).toEqual({ [found?.id ?? '']: 'no-room' })
  })

  it('stays where somebody says that it is none', () => {
    expect(checkLesson(personal, () => ({ fix: 'none', why: 'made-up' }))).toMatchObject({
      ok: true,
      lesson: personal,
      replaced: 0,
      kept: ['made-up', 'made-up', 'made-up'],
    })
  })

  it('is kept in one place, and asked again in another', () => {
    const twice = lesson({ title: 'Roos heeft moeite met delen', watch: ['Roos heeft moeite met lezen.', '', ''] })
    const [title, watch] = findingsIn(twice)
    expect([title?.field, watch?.field]).toEqual(['title', 'watch-1'])
    const checked = checkLesson(twice, (id) => (id === title?.id ? { fix: 'none', why: 'made-up' } : undefined))
    expect(errorsIn(checked)).toEqual({ [watch?.id ?? '']: 'unanswered' })
  })

  it('asks again where the text has changed since it was answered', () => {
    const before = findingsIn(lesson({ question: 'Vraag eerst Fatima.' }))
    const after = findingsIn(lesson({ question: 'Vraag eerst Yusuf.' }))
    expect(before[0]?.id).not.toBe(after[0]?.id)
  })

  it('is looked for in the name of its makers too, but a school may be named', () => {
    const named = lesson({ credit: 'Groep van Fatima Bouzidi, Prinses Beatrixschool' })
    const fields = (checked: readonly LessonFinding[]) => checked.map(({ field, text }) => [field, text])
    const found = checkLesson(named, () => undefined, ['Prinses Beatrixschool']).findings
    expect(fields(found)).toEqual([['credit', 'Fatima Bouzidi']])
    const school = lesson({ title: 'Lopen naar Anne Bosch', credit: 'Bovenbouw, Anne Bosch' })
    expect(fields(findingsIn(school))).not.toEqual([])
    expect(checkLesson(school, () => undefined, ['Anne Bosch'])).toMatchObject({ ok: true })
  })

  it('that is seen only when its neighbour is gone, is asked as well, until nothing is found', () => {
    // With the title before it 'Xanthippa Atimpo' goes with 'Fatima'; alone it is seen for itself.
    const chains = [...chainedTexts()]
    expect(chains.length).toBeGreaterThan(0)
    for (const { text, rounds } of chains) {
      expect(rounds.length).toBeGreaterThan(1)
      const last = rounds.at(-1)
      const shared = lesson({ question: text })
      const known = new Set(rounds.slice(0, -1).flat())
      const half = checkLesson(shared, (id) => (known.has(id) ? { fix: 'replace', with: 'een leerling' } : undefined))
      // It comes back with the cards of all rounds, and says which are still open.
      expect(half.ok).toBe(false)
      expect(half.findings.map(({ id }) => id)).toEqual(rounds.flat())
      expect(Object.keys(errorsIn(half))).toEqual(last)
      const whole = checkLesson(shared, replaceBy('een leerling'))
      expect(whole.ok && findPersonalData(whole.lesson.question)).toEqual([])
    }
  })

  /** Texts in which a second look finds more than the first, with what each look finds. */
  function* chainedTexts(): Generator<{ readonly text: string; readonly rounds: readonly (readonly string[])[] }> {
    const first = ['Fatima', 'Rembrandt', 'Jan', 'Anne Frank', 'sem@school.nl', '06-12345678', 'Noor de Boer', 'Sem']
    const second = ['Vos', 'Roos', 'mei', 'Bloem', 'Xyrelle', 'Storm', '12-3-2014', 'Wil', 'Sam', 'Kim']
    for (const one of first) {
      for (const other of second) {
        for (const text of [
          `${one} ${other} heeft moeite met lezen.`,
          `Let op ${one}, ${other} en de rest.`,
          `${one} en ${other} schilderde.`,
          `Juf ${one} ${other} helpt.`,
        ]) {
          const shared = lesson({ question: text })
          const byRound = Map.groupBy(checkLesson(shared, replaceBy('een leerling')).findings, ({ round }) => round)
          if (byRound.size > 1) yield { text, rounds: [...byRound.values()].map((all) => all.map(({ id }) => id)) }
        }
      }
    }
  }

  it('is never left in what is shared, unless it was kept', () => {
    const names = ['Fatima', 'Sem de Boer', 'sem@school.nl', '06-12345678', 'Kerkstraat 12', 'Noor', 'Roos Vos']
    const sentence = fc
      .tuple(fc.constantFrom('Vraag het aan ', 'Help ', 'Zet dit bij '), fc.constantFrom(...names))
      .map((parts) => `${parts.join('')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), (sentences) => {
        const shared = lesson({ question: sentences.join(' '), materials: sentences.toReversed().join('\n') })
        const checked = checkLesson(shared, replaceBy('iemand'))
        expect(checked.ok).toBe(true)
        if (!checked.ok) return
        for (const text of Object.values(shareableTexts(checked.lesson))) {
          expect(findPersonalData(text)).toEqual([])
          for (const name of names) expect(text).not.toContain(name)
        }
      }),
    )
  })

  it('that was kept stays in its place, whatever is replaced before it', () => {
    const shared = lesson({ question: 'Vraag eerst Fatima. Lees dan van Roos Vos. Vraag ook Sem de Boer.' })
    const [, kept] = findingsIn(shared)
    const checked = checkLesson(shared, (id) =>
      id === kept?.id ? { fix: 'none', why: 'public-person' } : { fix: 'replace', with: 'iemand die snel klaar is' },
    )
    expect(checked).toMatchObject({ ok: true, replaced: 2, kept: ['public-person'] })
    expect(checked.ok && checked.lesson.question).toBe(
      'Vraag eerst iemand die snel klaar is. Lees dan van Roos Vos. Vraag ook iemand die snel klaar is.',
    )
  })
})
