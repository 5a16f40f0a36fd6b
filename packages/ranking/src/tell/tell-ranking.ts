import type { GroupComparison } from '../groups/compare-groups.ts'
import type { WeighRefusal } from '../groups/weigh-groups.ts'
import type { Language } from '../language.ts'
import type { Ranking, RankRefusal } from '../rank-items.ts'
import { en } from './text.en.ts'
import { nl, type RankingText } from './text.nl.ts'

const texts: Readonly<Record<Language, RankingText>> = { nl, en }

/** What a ranking says, in plain sentences: who is first, what is certain and what is not. */
export function tellRanking(ranking: Ranking, language: Language, groups?: GroupComparison): readonly string[] {
  const text = texts[language]
  const { items, top, kemeny } = ranking
  const count = (value: number) => text.number(value, Number.isInteger(value) ? 0 : 1)
  const leaders = items.filter(({ rank }) => rank === 1)
  const [leader] = leaders
  const sure = items.filter(({ topProbability }) => topProbability >= 0.975).map(({ id }) => id)
  const perhaps = items.filter(({ topProbability: p }) => p < 0.975 && p > 0.025).map(({ id }) => id)
  const sentences = [text.votes(count(ranking.votes), count(ranking.ties), ranking.people)]
  if (leaders.length > 1) sentences.push(text.sharedFirst(leaders.map(({ id }) => id)))
  else if (leader !== undefined) sentences.push(text.first(leader.id, ...leader.rankInterval))
  if (top < items.length) sentences.push(text.top(top, sure, perhaps))
  sentences.push(...ranking.alike.map(text.alike))
  if (ranking.components.length > 1) sentences.push(text.components(ranking.components.length))
  if (ranking.unevenOpponents) sentences.push(text.unevenOpponents)
  if (ranking.bradleyTerry?.method === 'penalised') sentences.push(text.penalised)
  if (kemeny !== undefined && kemeny.runnerUp !== null)
    sentences.push(
      kemeny.margin > 0
        ? text.margin(kemeny.winner, count(kemeny.margin), kemeny.runnerUp)
        : text.noMargin(kemeny.winner, kemeny.runnerUp),
    )
  const most = groups?.differences.slice(0, 3) ?? []
  sentences.push(...most.map(({ id, higher, lower, stands }) => text.difference(id, higher, lower, stands)))
  if (groups !== undefined && groups.hidden.length > 0) sentences.push(text.hidden(groups.hidden))
  return sentences
}

/** Why there is no ranking, and what to do. */
export function tellRefusal(refusal: RankRefusal | WeighRefusal, language: Language): string {
  // The sentence is the one of this refusal's own reason, so it takes this refusal.
  const sentence = texts[language].refusals[refusal.reason] as (refusal: RankRefusal | WeighRefusal) => string
  return sentence(refusal)
}
