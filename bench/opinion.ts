import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  makePicture,
  notesOf,
  noVotes,
  type Picture,
  type PictureOptions,
  readStatements,
  readVotes,
  resultOf,
  type Vote,
  withVote,
} from '../packages/opinion/src/index.ts'
import { adjustedRand, madeUpConversation, randomFrom } from '../packages/opinion/src/testing.ts'
import { type Figure, report } from './house/report.ts'
import { type ConversationForm, conversationForms } from './opinion/conversation-forms.ts'

/*
 * Opinion groups of 50,000 people on 500 statements from a CSV by the command line, in a process of its own; what one vote more
 * costs at 2,000 × 100; and how alike groups from a cold start are to the published ones of each conversation in
 * KANTELPUNT_DATA/opinion.
 */

const figures: Figure[] = []
const folder = mkdtempSync(join(tmpdir(), 'opinion-'))
try {
  const path = join(folder, 'votes.csv')
  const out = join(folder, 'result.json')
  for (const { name, minded, options } of [
    { name: '50,000 × 500, 10 % filled, from a CSV', minded: 0.6, options: [] },
    { name: 'the same without resamples', minded: 0.6, options: ['--resamples', '0'] },
    { name: 'the same, all votes by chance (nothing to find)', minded: 0, options: [] },
  ]) {
    writeLarge(path, minded)
    const code = `
      const { commands, runCli } = await import('./packages/cli/src/index.ts')
      const { stdin: input, stdout: output, stderr: progress } = process
      process.exitCode = await runCli(commands, process.argv.slice(1), { input, output, progress, env: {} })
      process.stderr.write('\\nmost-memory ' + process.resourceUsage().maxRSS)`
    const began = performance.now()
    const child = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', code, 'opinion', 'groups', path, '--out', out, ...options],
      { encoding: 'utf8' },
    )
    const seconds = (performance.now() - began) / 1000
    if (child.status !== 0) throw new Error(child.stderr)
    const memory = Number(/most-memory (\d+)/.exec(child.stderr)?.[1]) / 1e6
    const { groups } = JSON.parse(readFileSync(out, 'utf8'))
    figures.push(
      { figure: name, value: seconds, unit: 's', asked: '≤ 10' },
      { figure: '  most memory', value: memory, unit: 'GB', asked: '≤ 1.5' },
      { figure: '  groups', value: groups.length, unit: '' },
    )
  }
  figures.push({ figure: '  size of the CSV', value: statSync(path).size / 1e6, unit: 'MB' })
} finally {
  rmSync(folder, { recursive: true })
}

for (const filled of [0.3, 1]) {
  const times = oneByOne(filled, 200)
  times.sort((one, other) => one - other)
  const name = `one vote more at 2,000 × 100, ${100 * filled} % filled`
  figures.push(
    { figure: `${name}: half of them within`, value: times[times.length >> 1] ?? 0, unit: 'ms', asked: '≤ 20' },
    { figure: '  95 in 100 within', value: times[Math.floor(0.95 * times.length)] ?? 0, unit: 'ms' },
    { figure: '  the longest', value: times.at(-1) ?? 0, unit: 'ms' },
  )
}

/** How restless the picture is while the votes of a real conversation arrive in the order of time. */
function replay(from: string, keeps: boolean) {
  const [header = '', ...lines] = readFileSync(join(from, 'votes.csv'), 'utf8').trim().split('\n')
  const names = header.split(',')
  const rows = lines
    .map((line) => line.split(','))
    .map((cells) => (name: string) => cells[names.indexOf(name)] ?? '')
    .sort((one, other) => Number(one('timestamp')) - Number(other('timestamp')))
  let votes = noVotes
  let before: Picture | undefined
  let [updates, counts, moved, stood] = [0, 0, 0, 0]
  for (const cell of rows) {
    // What the file holds was read as votes above.
    votes = withVote(votes, cell('voter-id'), cell('comment-id'), Number(cell('vote')) as Vote)
    const made = makePicture(votes, keeps ? { previous: before } : {})
    if (!made.ok) continue
    const now = made.picture
    if (before !== undefined) {
      updates++
      if (now.ids.length !== before.ids.length) counts++
      else {
        const last = before
        const pairs = [...last.nearest.keys()].filter((i) => last.counted[i] === 1 && now.counted[i] === 1)
        stood += pairs.length
        moved += pairs.length - matched(pairs.map((i) => [last.nearest[i] ?? 0, now.nearest[i] ?? 0]))
      }
    }
    before = now
  }
  return { changesOfCount: counts / updates, moved: moved / stood }
}

/** People who stay, where each new group is the old one that most of it come from. */
function matched(pairs: readonly (readonly [number, number])[]): number {
  const most = new Map<number, Map<number, number>>()
  for (const [from, to] of pairs) {
    const of = most.get(to) ?? new Map<number, number>()
    of.set(from, (of.get(from) ?? 0) + 1)
    most.set(to, of)
  }
  return [...most.values()].reduce((sum, of) => sum + Math.max(...of.values()), 0)
}

const data = join(process.env.KANTELPUNT_DATA ?? join(import.meta.dirname, '../../shared/data'), 'opinion')
const likeness: number[] = []
const toldLikeness: number[] = []
for (const form of conversationForms) {
  if (!existsSync(join(data, form.folder))) {
    process.stderr.write(`skipped: there are no conversations in ${join(data, form.folder)}\n`)
    continue
  }
  for (const entry of readdirSync(join(data, form.folder), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const found = coldStart(join(data, form.folder, entry.name), form)
    likeness.push(found.index)
    toldLikeness.push(found.toldHowMany)
    figures.push(
      { figure: `${entry.name}: adjusted Rand index`, value: found.index, unit: '' },
      { figure: `  groups (published ${found.published})`, value: found.groups, unit: '' },
      { figure: '  told how many were published', value: found.toldHowMany, unit: '' },
      { figure: '  without the file of statements', value: found.withoutStatements, unit: '' },
    )
  }
}
if (likeness.length > 0)
  figures.push(
    { figure: 'adjusted Rand index, median', value: medianOf(likeness), unit: '', asked: '≥ 0.90' },
    { figure: '  told how many were published', value: medianOf(toldLikeness), unit: '' },
  )
const replayed = join(data, 'polis/15-per-hour-seattle')
if (existsSync(replayed)) {
  const [kept, cold] = [replay(replayed, true), replay(replayed, false)]
  figures.push(
    {
      figure: 'Seattle vote by vote: updates that change the number of groups',
      value: 100 * kept.changesOfCount,
      unit: '%',
    },
    { figure: '  with a cold start at each vote', value: 100 * cold.changesOfCount, unit: '%' },
    { figure: '  people who change group, per update', value: 100 * kept.moved, unit: '%' },
    { figure: '  with a cold start at each vote', value: 100 * cold.moved, unit: '%' },
  )
}
report('opinion', figures)

/** Three camps; `minded` is the share of votes that is theirs, the rest is chance. */
function writeLarge(path: string, minded: number): void {
  const random = randomFrom(1)
  const minds = Array.from({ length: 3 }, () => Array.from({ length: 500 }, () => Math.floor(3 * random()) - 1))
  const lines = ['timestamp,datetime,comment-id,voter-id,vote']
  for (let i = 0; i < 50_000; i++)
    for (let j = 0; j < 500; j++) {
      if (random() >= 0.1) continue
      const vote = random() < minded ? minds[i % 3]?.[j] : Math.floor(3 * random()) - 1
      lines.push(`1500232652930,Mon Jul 17 02:17:32 WIB 2017,${j},${i},${vote}`)
    }
  writeFileSync(path, `${lines.join('\n')}\n`)
}

function pictureOf(votes: Picture['votes'], options?: PictureOptions): Picture {
  const made = makePicture(votes, options)
  if (!made.ok) throw new Error(made.reason)
  return made.picture
}

/** Milliseconds for each vote: from the vote to the whole result. */
function oneByOne(filled: number, count: number): number[] {
  const random = randomFrom(2)
  let { votes } = madeUpConversation({ people: 2000, statements: 100, groups: 3, filled, seed: 1 })
  let picture = pictureOf(votes)
  return Array.from({ length: count }, () => {
    const [person, statement] = [Math.floor(2000 * random()), Math.floor(100 * random())]
    // Three values, so one of them: that is what the type asks.
    const vote = (Math.floor(3 * random()) - 1) as Vote
    const began = performance.now()
    votes = withVote(votes, String(person), String(statement), vote)
    picture = pictureOf(votes, { previous: picture })
    resultOf(picture)
    return performance.now() - began
  })
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}

function coldStart(from: string, form: ConversationForm) {
  const file = readVotes(readFileSync(join(from, form.votes)))
  const statements = readStatements(readFileSync(join(from, form.statements)))
  if (!file.ok || !statements.ok) throw new Error(`${from} can't be read`)
  const published = form.groupsIn(from)
  const place = new Map(file.votes.people.map((id, i) => [id, i]))
  const likenessOf = (picture: Picture) =>
    adjustedRand(
      published.map(([, group]) => group),
      published.map(([id]) => picture.nearest[place.get(id) ?? -1]),
    )
  const { notes } = notesOf(file.votes, statements)
  const picture = pictureOf(file.votes, { notes })
  const groups = new Set(published.map(([, group]) => group)).size
  return {
    index: likenessOf(picture),
    groups: picture.found.centers.length,
    published: groups,
    toldHowMany: likenessOf(pictureOf(file.votes, { notes, groups })),
    withoutStatements: likenessOf(pictureOf(file.votes)),
  }
}
