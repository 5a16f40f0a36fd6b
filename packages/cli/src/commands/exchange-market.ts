import { basename } from 'node:path'
import type { MarketInput, MarketRules, TableProblem, TeacherMarket } from '@kantelpunt/exchange'
import type { Command, Outcome } from '../command.ts'
import { describeTableProblem } from '../exchange/describe-table-problem.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'
import { csvLines } from '../write-whole.ts'

/** `kantelpunt exchange market`: who could come into whose place, from two tables. */
export const exchangeMarket: Command = {
  name: 'exchange market',
  usage: 'TEACHERS.csv SCHOOLS.csv --out FILE.json|FILE.edges|FILE.arcs [--period NAME] [--rules RULES.json]',
  summary: 'Makes of teachers and schools a market that exchange solve reads: who could come into whose place.',
  help: `
TEACHERS.csv, one line each, and SCHOOLS.csv; columns in Dutch or English, in any order, with , ; tab or | between them:

  id;school;schoolleider;buddy;vak;deeltijdfactor;straal_km;periode;schooljaar
  anna;01AB;ja;ja;wiskunde;0,8;25;h1|h2;2026-2027

  id;sector;breedte;lengte;expertise;doelen
  01AB;vo;52.09;5.12;taal:4|burgerschap:2;rekenen:3

Teachers   id, school, schoolleider (leader), buddy, vak (subject), deeltijdfactor (part_time), straal_km (radius_km) or
           reistijd_min (travel_min), periode (period), schooljaar (school_year)
  and also andere_vakken (other_subjects), vereist (requires), bevoegdheden (qualifications), andere_sectoren
           (other_sectors), deeltijdmarge (tolerance), niet_met (vetoes), buddy_niet_met (buddy_vetoes), own place
Schools    id, sector, breedte and lengte (lat, lon) or rd_x and rd_y, expertise (theme:level up to 5), doelen (goals: up to 3)
  and also niet_met (vetoes)
Lists in a cell have | ; or , between them. A trio without school leader or buddy (blank, nee, no) stays out.

  --out FILE              .json keeps all that exchange explain needs; .edges and .arcs come with FILE.ids.csv: who is which number
  --period NAME           only who can in this period: in exchanges of three all then share it
  --rules RULES.json      other points and other efforts of changes than those of version 2026-1 (packages/exchange/README.md)
`,
  run: async (args) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : makeMarket(asked)
  },
}

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

async function makeMarket({ teachers, schools, out, period, rules: path }: Asked): Promise<Outcome> {
  const { buildMarket, marketArcLimit, readMarketTables } = await import('@kantelpunt/exchange')
  const rules = await openRules(path)
  if ('kind' in rules) return rules
  const teacherBytes = await readWhole(teachers)
  if ('kind' in teacherBytes) return teacherBytes
  const schoolBytes = await readWhole(schools)
  if ('kind' in schoolBytes) return schoolBytes
  const began = performance.now()
  const read = readMarketTables(teacherBytes, schoolBytes, rules)
  if (!read.ok) return describe(read.problems, { teachers, schools })
  const input = period === undefined ? read.input : within(read.input, period.toLowerCase())
  if (input.teachers.length === 0) return badInput(`--period ${period}: nobody can in that period.`)
  const built = performance.now()
  const market = buildMarket(input, rules)
  if (market.counts.fit > marketArcLimit)
    return badInput(
      `${teachers}: more than ${marketArcLimit} pairs fit, which is more than can be handled; take smaller radii, or one --period.`,
    )
  const seconds = { read: (built - began) / 1000, build: (performance.now() - built) / 1000 }
  const unwritten = await writeAll(await filesOf(market, out))
  if (unwritten !== undefined) return unwritten
  const { counts } = market
  return { kind: 'done', answer: { ...counts, rules: rules.version, ignored: read.ignored, seconds, out } }
}

async function openRules(path: string | undefined): Promise<MarketRules | BadInput> {
  const { defaultRules, isMarketRules } = await import('@kantelpunt/exchange')
  if (path === undefined) return defaultRules
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isMarketRules(read)) return read
  } catch {
    return badInput(`${path}: this is no JSON.`)
  }
  return badInput(`${path}: these are no rules of a market; packages/exchange/README.md has those of version 2026-1.`)
}

/** Only who can in the period, and vetoes only of those who are left. */
function within({ teachers, ...rest }: MarketInput, period: string): MarketInput {
  const there = teachers.filter(({ periods }) => periods.includes(period))
  const left = new Set([...there, ...rest.schools].map(({ id }) => id))
  const known = (ids: readonly string[]) => ids.filter((id) => left.has(id))
  return {
    ...rest,
    teachers: there.map((teacher) => ({
      ...teacher,
      periods: [period],
      vetoes: known(teacher.vetoes),
      buddyVetoes: known(teacher.buddyVetoes),
    })),
    schools: rest.schools.map((school) => ({ ...school, vetoes: known(school.vetoes) })),
  }
}

async function filesOf(market: TeacherMarket, out: string) {
  const { marketPieces, mutualEdges } = await import('@kantelpunt/exchange')
  if (out.endsWith('.json')) return [[out, marketPieces(market)]] as const
  const { n, from, to, weight } = out.endsWith('.edges') ? mutualEdges(market.graph) : market.graph
  function* rows() {
    yield `${n} ${from.length}\n`
    for (const [k, u] of from.entries()) yield `${u} ${to[k]} ${weight[k]}\n`
  }
  const ids = market.teachers.map(({ id }, k) => [`${k}`, id])
  return [
    [out, rows()],
    [`${out}.ids.csv`, csvLines(['vertex', 'id'], ids)],
  ] as const
}

/** Problems that a person is shown at once; a program gets all. */
const shown = 50

function describe(
  problems: readonly TableProblem[],
  paths: Readonly<Record<'teachers' | 'schools', string>>,
): BadInput {
  const sentences = problems.map((problem) => `${paths[problem.list]}: ${describeTableProblem(problem)}`)
  const more = sentences.length - shown
  const message = [...sentences.slice(0, shown), ...(more > 0 ? [`And ${more} more.`] : [])].join('\n')
  return {
    kind: 'bad-input',
    message,
    answer: {
      problems: problems.map((problem, k) => ({
        file: basename(paths[problem.list]),
        ...problem,
        message: sentences[k],
      })),
    },
  }
}

interface Asked {
  readonly teachers: string
  readonly schools: string
  readonly out: string
  readonly period: string | undefined
  readonly rules: string | undefined
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, { out: { type: 'string' }, period: { type: 'string' }, rules: { type: 'string' } })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [teachers, schools, ...more] = positionals
  if (teachers === undefined || schools === undefined || more.length > 0)
    return 'Name the table of teachers and then that of schools.'
  const { out, period, rules } = values
  if (out === undefined || !/\.(json|edges|arcs)$/.test(out))
    return 'Say --out FILE.json, FILE.edges or FILE.arcs: the name tells the form.'
  return { teachers, schools, out, period, rules }
}
