import { dutchLines } from '@kantelpunt/delimited-text'
import type { Domain, NormSet, RuleTally } from '@kantelpunt/school-results'
import type { Command } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { chooseNorms } from '../results/choose-norms.ts'
import { badInput, describeWithFile, isBadInput, openResults } from '../results/open-results.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

export const resultsRules: Command = {
  name: 'results rules',
  usage: 'FILE… [--one ID|FILE.json] [--other ID|FILE.json] [--raise DOMAIN=POINTS]… [--out schools.csv [--dutch]]',
  summary: 'Lays two rules for school results beside each other: which schools change side, and how sure that is.',
  help: `
Give the Inspectorate's leerresultaten and DUO's reference levels of the same years (.ods or .csv), and the schoolweging where
the first has none. --one is the rule on the domains together (default: the norms of those years), --other the one that is laid
beside it (default: the norms per domain of those years). --raise reading=5 raises the norms of --other for reading by 5 points.

"tally" counts schools, and pupils over the years together, by their verdict under the one rule and then under the other; where
numbers are masked pupils are an interval. --out writes every school with its shares, norms and verdicts; --dutch writes it as
Dutch Excel opens it, which is the very file that the page "Twee regels naast elkaar" gives.
`,
  run: async (args) => {
    const parsed = optionsOf(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const given = await chooseNorms([...parsed.one, ...parsed.other])
    if ('kind' in given) return given
    const opened = await openResults(parsed.files)
    if (isBadInput(opened)) return opened
    const science = await import('@kantelpunt/school-results')
    const one = parsed.one.length > 0 ? given[0] : science.knownNorms.find(isTogether)
    const perDomain = science.knownNorms.find((norms) => norms.basedOn === one?.id || !isTogether(norms))
    const base = parsed.other.length > 0 ? given.at(-1) : perDomain
    if (one === undefined || base === undefined)
      return badInput('There are no norms: give them with --one and --other.')
    const other = parsed.raise.reduce<NormSet>(
      (rule, { domain, by }) => science.raisedRule(rule, by, { aspect: domain }),
      base,
    )
    const figures = science.figuresOfSchools(
      opened.flatMap(({ tables }) => tables),
      one,
    )
    if (!figures.ok) return badInput(describeWithFile(figures, opened))
    const compared = science.compareRules(figures.schools, one, other)
    if (parsed.out !== undefined) {
      const rows = function* () {
        for (const each of compared) yield science.comparedRow(each)
      }
      const write = parsed.dutch ? dutchLines : csvLines
      const failed = await writeWhole(parsed.out, write(science.comparedHeader(one, other), rows()))
      if (failed !== undefined) return badInput(failed)
    }
    return { kind: 'done', answer: described(one, other, science.tallyRules(compared)) }
  },
}

function isTogether({ tables }: NormSet): boolean {
  return tables.some(({ aspect }) => aspect === 'together')
}

interface Raise {
  readonly domain: Domain
  readonly by: number
}

function optionsOf(args: readonly string[]) {
  const read = readOptions(args, {
    one: { type: 'string', multiple: true, default: [] },
    other: { type: 'string', multiple: true, default: [] },
    raise: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    dutch: { type: 'boolean', default: false },
  })
  if (typeof read === 'string') return read
  const { positionals, values } = read
  if (values.one.length > 1 || values.other.length > 1) return 'Give --one and --other once at most.'
  const raise: Raise[] = []
  for (const text of values.raise) {
    const [, domain, by] = /^(reading|language|arithmetic)=([+-]?\d{1,3}(?:\.\d{1,3})?)$/.exec(text) ?? []
    if (domain !== 'reading' && domain !== 'language' && domain !== 'arithmetic') {
      return `--raise ${text}: write for instance reading=5, with reading, language or arithmetic.`
    }
    raise.push({ domain, by: Number(by) })
  }
  return { files: positionals, one: values.one, other: values.other, raise, out: values.out, dutch: values.dutch }
}

function described(one: NormSet, other: NormSet, tally: RuleTally) {
  return { one: one.id, other: other.id, tally }
}
