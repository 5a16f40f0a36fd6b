import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPersonalData, sentenceAround, sentencesOf } from '../packages/personal-data/src/index.ts'
import { firstNames } from '../packages/personal-data/src/lists/first-names.ts'
import { root } from '../scripts/bundle.ts'
import { type Figure, report } from './house/report.ts'
import { chanceFrom } from './personal-data/chance.ts'
import { cleanSentence, countOfTemplates, design } from './personal-data/clean.ts'
import { type Plant, plants } from './personal-data/plants.ts'

/*
 * 1,000 designs with one datum planted in each, and clean sentences: how much is found, by kind and for names that the detector does
 * not list; how often a clean sentence is marked; on Dutch prose of others how often a sentence is, and where (`--show`).
 * Caught means: every letter of the datum lies in what was found. The seed is an argument.
 */

const show = process.argv.includes('--show')
const seed = Number(process.argv.find((each) => /^\d+$/u.test(each)) ?? 7)
const chance = chanceFrom(seed)
const figures: Figure[] = []

const shares = plants.flatMap(({ share, make }) => Array.from({ length: share }, () => make))
const tally = new Map<string, { caught: number; all: number }>()
const count = (name: string, caught: boolean) => {
  const now = tally.get(name) ?? { caught: 0, all: 0 }
  tally.set(name, { caught: now.caught + Number(caught), all: now.all + 1 })
}

for (let at = 0; at < 1000; at++) {
  const plant = (shares[at % shares.length] ?? chance.pick(shares))(chance)
  const text = design(chance, plant.sentence)
  const caught = isCaught(text, plant)
  if (!caught && show) console.error(`missed  ${plant.kind}: ${plant.sentence.replaceAll('\n', ' ¶ ')}`)
  count('all', caught)
  count(plant.kind, caught)
  if (plant.first !== undefined)
    count(firstNames.has(plant.first.toLowerCase()) ? 'names, listed' : 'names, held out', caught)
}

/** Every letter and digit of the datum is marked. */
function isCaught(text: string, { sentence, datum }: Plant): boolean {
  const from = text.indexOf(sentence) + sentence.indexOf(datum)
  const found = findPersonalData(text)
  for (let at = from; at < from + datum.length; at++) {
    const sign = text.charAt(at)
    const joint = /^(?:en|-|\*|•|\d+\.)$/u.test(wordAt(text, at))
    if (/[\p{L}\d]/u.test(sign) && !joint && !found.some((each) => each.from <= at && at < each.to)) return false
  }
  return true
}

function wordAt(text: string, at: number): string {
  let from = at
  let to = at
  while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--
  while (to < text.length && !/\s/u.test(text.charAt(to))) to++
  return text.slice(from, to)
}

for (const [name, { caught, all }] of tally)
  figures.push({
    figure: `caught: ${name} (${caught} of ${all})`,
    value: (100 * caught) / all,
    unit: '%',
    ...(name === 'all' ? { asked: '≥ 99 %' } : {}),
  })

const clean = Array.from({ length: 2000 }, () => cleanSentence(chance))
const wrong = clean.filter((sentence) => findPersonalData(sentence).length > 0)
if (show)
  for (const each of new Set(wrong))
    console.error(
      `false   ${each} → ${findPersonalData(each)
        .map(({ text }) => text)
        .join(' | ')}`,
    )
figures.push({
  figure: `false alarms: own clean sentences (${clean.length} of ${countOfTemplates} forms)`,
  value: (100 * wrong.length) / clean.length,
  unit: '% of sentences',
  asked: '≤ 2 %',
})

const designs = Array.from({ length: 300 }, () => design(chance))
const marked = designs.map((text) => {
  const all = sentencesOf(text)
  return new Set(findPersonalData(text).map(({ from, to }) => sentenceAround(text, from, to, all).from)).size
})
const sentences = designs.reduce((sum, text) => sum + sentencesOf(text).length, 0)
figures.push({
  figure: `false alarms: clean designs (${sentences} sentences)`,
  value: (100 * marked.reduce((sum, each) => sum + each, 0)) / sentences,
  unit: '% of sentences',
  asked: '≤ 2 %',
})

const folder = join(root, '../shared/sources')
if (existsSync(folder)) {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/(?<=[\p{L},]) *\n+(?= *\p{Ll})/gu, ' '))
  let all = 0
  let hit = 0
  for (const text of texts) {
    const of = sentencesOf(text).filter(({ from, to }) => to - from > 15)
    const found = findPersonalData(text)
    all += of.length
    for (const { from, to } of of) {
      const here = found.filter((each) => each.from < to && from < each.to)
      hit += Number(here.length > 0)
      if (here.length > 0 && show)
        console.error(`source  ${here.map((each) => `${each.kind}: ${each.text.slice(0, 60)}`).join(' | ')}`)
    }
  }
  figures.push({
    figure: `marked: prose of others, which does name people (${all} sentences)`,
    value: (100 * hit) / all,
    unit: '% of sentences',
  })
} else process.stderr.write('No prose of others here: that measurement is left out.\n')

const long = Array.from({ length: 1400 }, () => design(chance))
  .join('\n\n')
  .slice(0, 1_000_000)
const times = [long.slice(0, 250_000), long].map((text) => {
  const began = performance.now()
  findPersonalData(text)
  return performance.now() - began
})
figures.push({ figure: `time for ${long.length} characters`, value: times[1] ?? 0, unit: 'ms' })
figures.push({ figure: 'time for four times as much', value: (times[1] ?? 0) / (times[0] ?? 1), unit: '×' })
const dots = '.'.repeat(1_000_000)
const began = performance.now()
sentencesOf(dots)
figures.push({ figure: 'sentences of a million dots', value: performance.now() - began, unit: 'ms', asked: '≤ 100 ms' })
report('personal-data', figures)
