import { expect, it } from 'vitest'
import { buildMarket } from '../market/build-market.ts'
import { defaultRules } from '../market/default-rules.ts'
import { twoTeachers } from '../market/testing.ts'
import type { Change } from './change.ts'
import { explainMatch } from './explain-match.ts'
import { tellAlternatives, tellMatch, tellUnlocks } from './tell.ts'
import { explainText } from './text.ts'

it('says in Dutch and English why this exchange, with points that add up', () => {
  const explanation = explainMatch(buildMarket(twoTeachers(), defaultRules), [[0, 1]], 0)
  expect(tellMatch(explanation, explainText.nl)).toEqual([
    'Je ruilt met één andere leraar.',
    'Je gaat naar school zuid. Dat is 10,0 km. Je wilt tot 20,0 km reizen.',
    'Wie jouw plek overneemt, reist 10,0 km. Dat is niet verder dan die leraar wil.',
    'Je geeft daar wiskunde.',
    'Jullie kunnen allebei in: h1.',
    'Jouw deeltijdfactor is 0,80, die van de baan daar 0,80.',
    'Je hebt de bevoegdheid die daar nodig is: tweedegraads.',
    'Dit geeft 116 punten: 50 voor wat jouw school daar brengt, 50 voor wat jouw school daar leert en 16 voor de afstand.',
    'De hele ruil geeft 232 punten.',
  ])
  expect(tellMatch(explanation, explainText.en)[1]).toBe(
    'You go to school zuid. That is 10.0 km. You want to travel up to 20.0 km.',
  )
})

it('has a sentence for every change, in both languages, each with its own words', () => {
  const changes: readonly Change[] = [
    { kind: 'trio', missing: ['leader', 'buddy'] },
    { kind: 'radius', more: 4 },
    { kind: 'tolerance', more: 0.1 },
    { kind: 'part-time', more: -0.2 },
    { kind: 'part-time', more: 0.2 },
    { kind: 'period', add: 'h2' },
    { kind: 'subject', add: 'latijn' },
    { kind: 'sector', add: 'po' },
    { kind: 'qualification', add: 'eerstegraads' },
    { kind: 'veto', by: 'teacher', of: 'zuid' },
    { kind: 'veto', by: 'buddy', of: 'zuid' },
  ]
  const unlocks = changes.map((change) => ({ changes: [change], effort: 1, gain: 1 }))
  const [nl, en] = [tellUnlocks(unlocks, explainText.nl), tellUnlocks(unlocks, explainText.en)]
  expect(new Set([...nl, ...en]).size).toBe(2 * changes.length)
  expect(nl.slice(0, 5)).toEqual([
    'Dit geeft je een ruil: een schoolleider en een buddy erbij.',
    'Dit geeft je een ruil: 4 km verder willen reizen.',
    'Dit geeft je een ruil: 0,10 meer verschil in deeltijdfactor goed vinden.',
    'Dit geeft je een ruil: een deeltijdfactor die 0,20 lager is.',
    'Dit geeft je een ruil: een deeltijdfactor die 0,20 hoger is.',
  ])
  expect(tellUnlocks([], explainText.en)).toEqual(['We found no small change that gives you an exchange.'])
})

it('says what other choices cost', () => {
  const cost = { weight: 5, total: 90, cost: 10, share: 0.1 }
  expect(tellAlternatives([{ partner: 3, ...cost }, cost], (v) => `t${v}`, explainText.nl)).toEqual([
    'Ruilen met t3: 10 punten minder voor allen samen (10,000 %).',
    'Niet ruilen: 10 punten minder voor allen samen (10,000 %).',
  ])
})
