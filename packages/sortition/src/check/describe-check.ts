import type { Language } from '../language.ts'
import type { Pool } from '../pool/pool.ts'
import type { PoolCheck } from './check-pool.ts'
import type { Conflict } from './conflict.ts'
import type { Change, Relaxation } from './relaxation.ts'
import type { Rule } from './rules.ts'
import { en } from './text.en.ts'
import { type CheckText, nl } from './text.nl.ts'

const texts: Readonly<Record<Language, CheckText>> = { nl, en }

/** What a check found, in plain sentences: whether there is a panel, what stands in the way, what would help, for whom not. */
export function describeCheck(check: PoolCheck, pool: Pool, language: Language): readonly string[] {
  const text = texts[language]
  if (check.outcome === 'no-time') return [text.noTime]
  if (check.outcome === 'infeasible') {
    const rules = rulesIn(check.conflict, pool, language)
    const [only] = rules
    const conflict =
      rules.length === 1 && only !== undefined ? text.tooFew(only) : text.conflict(rules, check.conflict.minimal)
    return [text.infeasible(pool.seats), conflict, relaxationIn(check.relaxation, pool, text)]
  }
  return [
    text.feasible,
    ...check.impossible.map(({ people, because }) =>
      text.impossible(
        people.map((person) => pool.people[person]?.id ?? ''),
        because === undefined ? text.impossibleUnknown : text.impossibleConflict(rulesIn(because, pool, language)),
      ),
    ),
    ...(check.unknown.length > 0 ? [text.unknown(check.unknown.length)] : []),
  ]
}

/** Each rule of a conflict as a phrase, with how many people it is about. */
function rulesIn({ rules }: Conflict, pool: Pool, language: Language): readonly string[] {
  return rules.map((rule) => phraseOf(rule, pool, texts[language]))
}

function phraseOf(rule: Rule, pool: Pool, { rules }: CheckText): string {
  switch (rule.kind) {
    case 'selected':
    case 'excluded':
      return rules[rule.kind](rule.people.map((person) => pool.people[person]?.id ?? ''))
    case 'limit': {
      const { name, most, people } = pool.limits[rule.limit] ?? { name: '', most: 0, people: [] }
      return rules.limit(name, most, people.length)
    }
    case 'min':
    case 'max': {
      const feature = pool.features[rule.feature]
      const quota = feature?.values[rule.value]
      const people = pool.people.filter(({ answers }) => answers[rule.feature] === rule.value).length
      return rules[rule.kind](feature?.name ?? '', quota?.name ?? '', quota?.[rule.kind] ?? 0, people)
    }
  }
}

function relaxationIn(relaxation: Relaxation | 'none' | 'no-time', pool: Pool, text: CheckText): string {
  if (relaxation === 'none') return text.noRelaxation
  if (relaxation === 'no-time') return text.noTimeToRelax
  const changes = relaxation.changes.map(({ feature, value, min, max, beyond }: Change) => {
    const quota = pool.features[feature]?.values[value]
    const change = text.change(
      pool.features[feature]?.name ?? '',
      quota?.name ?? '',
      [quota?.min ?? 0, quota?.max ?? 0],
      [min, max],
    )
    return beyond > 0 ? text.beyond(change, beyond) : change
  })
  return relaxation.within ? text.within(changes, relaxation.proven) : text.outside(changes, relaxation.proven)
}
