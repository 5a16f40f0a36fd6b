import { addOrder, collectVotes, rankItems } from '@kantelpunt/ranking'
import { randomFrom } from '../../packages/ranking/src/testing.ts'
import type { Figure } from '../house/report.ts'

const plans = [
  { name: '10 items, 60 whole lists', items: 10, people: 60, named: 10 },
  { name: '19 items, 40 whole lists', items: 19, people: 40, named: 19 },
  { name: '19 items, 150 lists of the first 5', items: 19, people: 150, named: 5 },
] as const

/** How often intervals hold the truth where people give lists (Plackett and Luce's model: worths with Gumbel noise, sorted). */
export function measureLists(surveys: number): readonly Figure[] {
  return plans.flatMap(({ name, items, people, named }) => {
    const random = randomFrom(9)
    const worths = Array.from({ length: items }, (_, item) => 0.25 * ((items - 1) / 2 - item))
    const all = worths.reduce((sum, worth) => sum + Math.exp(worth), 0)
    let [scores, ranks] = [0, 0]
    for (let survey = 0; survey < surveys; survey++) {
      const collector = collectVotes()
      for (let item = 0; item < items; item++) collector.item(`${item}`)
      for (let person = 0; person < people; person++) {
        const order = worths
          .map((worth, item) => ({ item: `${item}`, felt: worth - Math.log(-Math.log(1 - random())) }))
          .toSorted((a, b) => b.felt - a.felt)
          .map(({ item }) => item)
        const tiers = order.slice(0, named).map((item) => [item])
        addOrder(collector, tiers, order.slice(named), { voter: `${person}` })
      }
      const ranking = rankItems(collector.votes(), { model: 'bradley-terry', random, draws: 1000 })
      if (!ranking.ok) throw new Error(ranking.reason)
      for (const { id, interval, rankInterval } of ranking.items) {
        const share = Math.exp(worths[Number(id)] ?? 0) / all
        const rank = Number(id) + 1
        if (interval[0] <= share && share <= interval[1]) scores++
        if (rankInterval[0] <= rank && rank <= rankInterval[1]) ranks++
      }
    }
    const asPercent = (held: number) => (100 * held) / (surveys * items)
    return [
      { figure: `${name}, bradley-terry: scores held`, value: asPercent(scores), unit: '%', asked: '93–97' },
      { figure: `${name}, bradley-terry: ranks held`, value: asPercent(ranks), unit: '%', asked: '93–97' },
    ]
  })
}
