import type { Pool, PoolCheck, Relaxation, Rule } from '@kantelpunt/sortition'
import type { Command, Outcome } from '../command.ts'
import { openPool } from '../panels/open-pool.ts'
import { poolHelp, poolOptions, readPoolArguments, readSeats, readSeconds } from '../panels/pool-options.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'

/** `kantelpunt panel check`: whether a panel exists, what stands in the way, and for whom none does. */
export const panelCheck: Command = {
  name: 'panel check',
  usage: '--quotas Q.csv --pool P.csv --seats K',
  summary: 'Checks whether a panel can keep all quotas, and if not, which conflict and what would help.',
  help: `
Exit 0: there is a panel; "impossible" tells whom no panel can have, and why. Exit 2: there is none; "conflict" are rules of which
none can be missed from the explanation, "relaxation" is the cheapest change of quotas, within min_flex and max_flex if that can
be. To lower a minimum by 1 costs 1 + 2 ÷ minimum, to raise a maximum by 1 costs 1.
  --seats K               how many seats the panel has
  --time-limit S          how many seconds to look (60)${poolHelp}
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const opened = await openPool(asked, asked.seats, shell)
    if ('kind' in opened) return opened
    const { checkPool, describeCheck, loadSolver } = await import('@kantelpunt/sortition')
    const solver = await loadSolver()
    const check = checkPool(solver, opened.pool, { clock: () => performance.now(), timeLimit: asked.seconds * 1000 })
    return outcomeOf(check, opened.pool, describeCheck(check, opened.pool, asked.language), opened.said)
  },
}

/** What a check says as JSON and in sentences: exit 0 where there is a panel, and 2 where there is none. */
export function outcomeOf(
  check: PoolCheck,
  pool: Pool,
  sentences: readonly string[],
  said: readonly string[],
): Outcome {
  const message = sentences.join('\n')
  if (check.outcome === 'no-time') return { kind: 'no-answer', message, answer: { feasible: null, sentences } }
  const idsOf = (people: readonly number[]) => people.map((person) => pool.people[person]?.id ?? '')
  if (check.outcome === 'infeasible') {
    const { conflict, relaxation } = check
    const answer = {
      feasible: false,
      conflict: { minimal: conflict.minimal, rules: conflict.rules.map((rule) => named(rule, pool)) },
      relaxation: typeof relaxation === 'string' ? null : namedRelaxation(relaxation, pool),
      sentences,
    }
    return { kind: 'no-answer', message, answer }
  }
  const impossible = check.impossible.map(({ people, because }) => ({
    people: idsOf(people),
    because: because?.rules.map((rule) => named(rule, pool)) ?? null,
  }))
  const answer = { feasible: true, impossible, unknown: idsOf(check.unknown), sentences, notes: said }
  return { kind: 'done', answer }
}

function named(rule: Rule, pool: Pool) {
  switch (rule.kind) {
    case 'selected':
    case 'excluded':
      return { kind: rule.kind, people: rule.people.map((person) => pool.people[person]?.id) }
    case 'limit': {
      const limit = pool.limits[rule.limit]
      return { kind: rule.kind, name: limit?.name, most: limit?.most }
    }
    case 'min':
    case 'max': {
      const feature = pool.features[rule.feature]
      const value = feature?.values[rule.value]
      return { kind: rule.kind, feature: feature?.name, value: value?.name, [rule.kind]: value?.[rule.kind] }
    }
  }
}

function namedRelaxation({ within, changes, cost, proven }: Relaxation, pool: Pool) {
  return {
    withinFlex: within,
    cost,
    proven,
    changes: changes.map(({ feature, value, min, max, beyond }) => {
      const quota = pool.features[feature]?.values[value]
      return {
        feature: pool.features[feature]?.name,
        value: quota?.name,
        min: { from: quota?.min, to: min },
        max: { from: quota?.max, to: max },
        beyondFlex: beyond,
      }
    }),
  }
}

function readArguments(args: readonly string[]) {
  const options = {
    ...poolOptions,
    seats: { type: 'string' },
    'time-limit': { type: 'string', default: '60' },
  } as const
  const read = readOptions(args, options)
  if (typeof read === 'string') return read
  const { values, positionals } = read
  if (positionals.length > 0) return `${positionals[0]}: this command takes options only.`
  const asked = readPoolArguments(values)
  if (typeof asked === 'string') return asked
  const seats = readSeats(values.seats)
  if (typeof seats === 'string') return seats
  const seconds = readSeconds(values['time-limit'])
  return typeof seconds === 'string' ? seconds : { ...asked, seats, seconds }
}
