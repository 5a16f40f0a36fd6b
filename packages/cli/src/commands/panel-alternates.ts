import type { Command } from '../command.ts'
import { readDropoutChances } from '../panels/dropout-chances.ts'
import { openPanel, panelHelp } from '../panels/open-panel.ts'
import { poolHelp, poolOptions, readPoolArguments } from '../panels/pool-options.ts'
import { randomFrom } from '../panels/random-from.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

/** `kantelpunt panel alternates`: who had best stand by. */
export const panelAlternates: Command = {
  name: 'panel alternates',
  usage: 'PANEL --quotas Q.csv --pool P.csv --count A [--dropout 0.1] [--dropouts FILE] [--out alternates.json]',
  summary: 'Chooses alternates with whom the quotas are kept best, given who may drop out.',
  help: `
${panelHelp.slice(1)}
${poolHelp.slice(1)}
  --count A               how many alternates
  --dropout P             the probability that somebody drops out, of alternates too (0.1)
  --dropouts FILE         CSV with id,probability, or with feature,value,probability: then the mean of a person's values
  --scenarios N           for how many ways in which it may go they are chosen (200)
  --held-out N            by how many others they are judged (2000)
  --seconds S             for the integer programme, which is tried where candidates × scenarios stay below 6,000 (10)
  --seed HEX              where the scenarios come from (00); publish it beforehand
  --out FILE              where the answer goes; on standard output where left out

A loss is how many people too few or too many there are over all quotas, plus the empty seats. "heldOut" has what is lost on
average with these alternates, with none, with as many drawn blindly ("random"), and with a small copy of the panel ("copy"),
in ways that played no part in the choice.
`,
  run: async (args, shell) => {
    const parsed = parse(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const { values, positionals } = parsed
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) return badInput('Name one file with the panel.')
    const asked = readPoolArguments(values)
    if (typeof asked === 'string') return badInput(asked)
    if (values.count === undefined) return badInput('Say how many alternates: --count 10')
    const wrong = [
      ...(['count', 'scenarios', 'held-out'] as const).flatMap((name) =>
        /^[1-9]\d{0,5}$/.test(values[name] ?? '')
          ? []
          : [`--${name} ${values[name]} is not a whole number of 1 or more.`],
      ),
      ...(isWithin(values.dropout, 1) ? [] : [`--dropout ${values.dropout} is no probability from 0 to 1.`]),
      ...(isWithin(values.seconds, 86_400) ? [] : [`--seconds ${values.seconds} is not a number of 0 or more.`]),
      ...(/^[0-9a-fA-F]+$/.test(values.seed) ? [] : [`--seed ${values.seed} is not hexadecimal.`]),
    ]
    if (wrong.length > 0) return badInput(wrong.join('\n'))
    const opened = await openPanel(path, asked, { seats: values.seats, keys: values.keys }, shell)
    if ('kind' in opened) return opened
    const { pool, panel } = opened
    const dropout = await readDropoutChances(pool, values.dropouts, Number(values.dropout))
    if ('kind' in dropout) return dropout
    const { chooseAlternates, loadSolver } = await import('@kantelpunt/sortition')
    const began = performance.now()
    const found = chooseAlternates(await loadSolver(), pool, {
      panel,
      count: Number(values.count),
      dropout,
      random: randomFrom(values.seed.toLowerCase()),
      scenarios: Number(values.scenarios),
      heldOut: Number(values['held-out']),
      seconds: Number(values.seconds),
    })
    const alternates = found.alternates.map((place) => pool.people[place]?.id ?? '')
    if (alternates.length < Number(values.count))
      shell.progress.write(`Only ${alternates.length} people can be an alternate beside this panel.\n`)
    const answer = { ...found, alternates, seconds: (performance.now() - began) / 1000 }
    if (values.out === undefined) return { kind: 'done', answer }
    const unwritten = await writeAll([[values.out, [`${JSON.stringify(answer, null, 2)}\n`]]])
    const { alternates: _, ...said } = answer
    return unwritten ?? { kind: 'done', answer: said }
  },
}

function isWithin(text: string, most: number): boolean {
  return text.trim() !== '' && Number(text) >= 0 && Number(text) <= most
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    ...poolOptions,
    seats: { type: 'string' },
    keys: { type: 'string' },
    count: { type: 'string' },
    dropout: { type: 'string', default: '0.1' },
    dropouts: { type: 'string' },
    scenarios: { type: 'string', default: '200' },
    'held-out': { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '00' },
    out: { type: 'string' },
  })
}
