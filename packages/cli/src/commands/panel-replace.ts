import type { Command, Shell } from '../command.ts'
import { openPanel, panelHelp } from '../panels/open-panel.ts'
import { poolHelp, poolOptions, readPoolArguments } from '../panels/pool-options.ts'
import { randomFrom } from '../panels/random-from.ts'
import { placesIn, readIdList, readIdOption } from '../panels/read-members.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

/** `kantelpunt panel replace`: who comes on the panel now that some dropped out. */
export const panelReplace: Command = {
  name: 'panel replace',
  usage: 'PANEL --alternates FILE --dropped A,B|@FILE --quotas Q.csv --pool P.csv --randomness TEXT [--out panel.json]',
  summary: 'Chooses from the alternates those who bring the panel back to its quotas best.',
  help: `
${panelHelp.slice(1)}
${poolHelp.slice(1)}
  --alternates FILE       the answer of kantelpunt panel alternates, or a text with an id a line
  --dropped A,B | @FILE   ids of those who dropped out, of the panel or of the alternates
  --randomness TEXT       decides between choices that are as good; something that nobody could steer
  --seconds S             for each of two integer programmes (10)
  --out FILE              where the answer goes; on standard output where left out

The answer has "members", as that of kantelpunt panel draw, and "short": the quotas that are not kept.
`,
  run: async (args, shell) => {
    const parsed = parse(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const { values, positionals } = parsed
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) return badInput('Name one file with the panel.')
    const asked = readPoolArguments(values)
    if (typeof asked === 'string') return badInput(asked)
    if (values.alternates === undefined) return badInput('Name the file with the alternates: --alternates FILE')
    if (values.dropped === undefined) return badInput('Say who dropped out: --dropped A,B')
    if (values.randomness === undefined)
      return badInput('Give something that decides between equals: --randomness TEXT')
    if (!(Number(values.seconds) > 0)) return badInput(`--seconds ${values.seconds} is not a number above 0.`)
    const opened = await openPanel(path, asked, { seats: values.seats, keys: values.keys }, shell)
    if ('kind' in opened) return opened
    const { pool, panel, idOf } = opened
    const named = await readIdList(values.alternates, 'alternates')
    if ('kind' in named) return named
    const gone = await readIdOption(values.dropped, 'dropped')
    if ('kind' in gone) return gone
    const alternates = placesIn(pool, named.map(idOf), values.alternates)
    const droppedOut = placesIn(pool, gone.map(idOf), '--dropped')
    if ('kind' in alternates) return alternates
    if ('kind' in droppedOut) return droppedOut
    const known = new Set([...panel, ...alternates])
    const strangers = droppedOut.filter((person) => !known.has(person)).map((person) => pool.people[person]?.id)
    if (strangers.length > 0)
      return badInput(`--dropped: ${strangers.join(', ')}: neither on the panel nor an alternate.`)
    const { loadSolver, replaceDropouts } = await import('@kantelpunt/sortition')
    const random = randomFrom(`kantelpunt-panel-replace/1\n${values.randomness.trim()}`)
    const seconds = Number(values.seconds)
    const found = replaceDropouts(await loadSolver(), pool, { panel, droppedOut, alternates, random, seconds })
    const idsOf = (places: readonly number[]) => places.map((place) => pool.people[place]?.id ?? '')
    const { loss, before, emptySeats, short, proven } = found
    const said = { chosen: idsOf(found.chosen), loss, before, emptySeats, short, proven }
    const answer = { seats: pool.seats, members: idsOf(found.panel), ...said }
    tell(shell, answer)
    if (values.out === undefined) return { kind: 'done', answer }
    const unwritten = await writeAll([[values.out, [`${JSON.stringify(answer, null, 2)}\n`]]])
    return unwritten ?? { kind: 'done', answer: said }
  },
}

interface Said {
  readonly emptySeats: number
  readonly short: readonly {
    readonly feature: string
    readonly value: string
    count: number
    min: number
    max: number
  }[]
}

function tell(shell: Shell, { emptySeats, short }: Said): void {
  if (emptySeats > 0) shell.progress.write(`${emptySeats} seats stay empty: there is nobody who helps.\n`)
  for (const { feature, value, count, min, max } of short)
    shell.progress.write(`${feature} ${value}: ${count}, and the quota is ${min} to ${max}.\n`)
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    ...poolOptions,
    seats: { type: 'string' },
    keys: { type: 'string' },
    alternates: { type: 'string' },
    dropped: { type: 'string' },
    randomness: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    out: { type: 'string' },
  })
}
