import { type Figure, report } from './house/report.ts'
import { measureIntervals } from './ranking/intervals.ts'
import { measureLists } from './ranking/lists.ts'
import { measurePairs } from './ranking/pairs.ts'
import { measureSpeed } from './ranking/speed.ts'

/*
 * How often 95 % intervals of scores and ranks hold the truth; how many votes pairs at random and chosen pairs need to find the true
 * top 6 of 19; how long the exact order of 25 items and a million votes take.
 * `npm run bench -- ranking intervals|pairs|speed` for one part; SURVEYS makes it shorter or surer.
 */

const part = process.argv[2]
const isAsked = (name: string) => part === undefined || part === name
const surveys = process.env.SURVEYS === undefined ? undefined : Number(process.env.SURVEYS)
const figures: Figure[] = []
if (isAsked('speed')) figures.push(...measureSpeed())
if (isAsked('intervals')) figures.push(...measureIntervals(surveys ?? 200), ...measureLists(surveys ?? 200))
if (isAsked('pairs')) figures.push(...measurePairs(surveys ?? 400))
report('ranking', figures)
