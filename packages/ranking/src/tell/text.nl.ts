import type { WeighRefusal } from '../groups/weigh-groups.ts'
import { shown, some } from '../language.ts'
import type { RankRefusal } from '../rank-items.ts'

type Refusal = RankRefusal | WeighRefusal

export interface RankingText {
  readonly number: (value: number, decimals: number) => string
  readonly votes: (votes: string, ties: string, people: number) => string
  readonly first: (item: string, low: number, high: number) => string
  readonly sharedFirst: (items: readonly string[]) => string
  readonly top: (top: number, sure: readonly string[], perhaps: readonly string[]) => string
  readonly alike: (items: readonly string[]) => string
  readonly components: (count: number) => string
  readonly penalised: string
  readonly unevenOpponents: string
  readonly margin: (winner: string, margin: string, runnerUp: string) => string
  readonly noMargin: (winner: string, runnerUp: string) => string
  readonly difference: (item: string, higher: string, lower: string, stands: boolean) => string
  readonly hidden: (groups: readonly string[]) => string
  readonly refusals: {
    readonly [Reason in Refusal['reason']]: (refusal: Extract<Refusal, { readonly reason: Reason }>) => string
  }
}

export const nl: RankingText = {
  number: (value, decimals) =>
    new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
  votes: (votes, ties, people) =>
    `${votes === '1' ? 'Er is 1 stem' : `Er zijn ${votes} stemmen`} geteld${ties === '0' ? '' : `, en ${ties} keer kon iemand niet kiezen`}${people > 0 ? ` (${people} ${people === 1 ? 'persoon' : 'mensen'})` : ''}.`,
  first: (item, low, high) =>
    low === high
      ? `${shown(item)} staat op plaats 1, en dat is zeker.`
      : `${shown(item)} staat op plaats 1; het kan plaats ${low} tot en met ${high} zijn.`,
  sharedFirst: (items) => `Samen op plaats 1 staan ${some(items)}.`,
  top: (top, sure, perhaps) =>
    `Zeker bij de eerste ${top}: ${sure.length === 0 ? 'niets' : some(sure)}. Misschien: ${perhaps.length === 0 ? 'niets' : some(perhaps)}.`,
  alike: (items) => `Niet van elkaar te onderscheiden: ${some(items)}.`,
  components: (count) =>
    `Er zijn ${count} groepen onderwerpen die nooit met elkaar zijn vergeleken. Hoe die ten opzichte van elkaar staan is niet bekend.`,
  penalised:
    'Sommige onderwerpen wonnen of verloren altijd van andere. Hun waarde is daarom naar het midden getrokken, zover de stemmen dat toelaten.',
  unevenOpponents:
    'Let op: sommige onderwerpen stonden vooral tegenover sterke of vooral tegenover zwakke, zoals bij gekozen paren. Het aandeel gewonnen zegt dan weinig en het interval klopt niet. Neem --model bradley-terry.',
  margin: (winner, margin, runnerUp) =>
    `${shown(winner)} wint met ${margin} stemmen marge: zoveel meer stemmen gaan in tegen de beste volgorde met ${shown(runnerUp)} bovenaan.`,
  noMargin: (winner, runnerUp) => `${shown(winner)} en ${shown(runnerUp)} kunnen even goed bovenaan staan.`,
  difference: (item, higher, lower, stands) =>
    `Over ${shown(item)} verschillen ${shown(higher)} (hoger) en ${shown(lower)} het meest${stands ? '' : ', maar dat kan toeval zijn'}.`,
  hidden: (groups) =>
    `Niet apart te zien, omdat er te weinig mensen in zitten of het anders te herleiden is: ${some(groups)}.`,
  refusals: {
    'no-items': () => 'Er is niets om te rangschikken.',
    'too-many-items': ({ items, most }) =>
      `${items} onderwerpen is te veel voor dit model: het kan met ${most}. Neem --model wins.`,
    'kemeny-cycle': ({ cycle, most }) =>
      `${cycle.length} onderwerpen winnen in een kring van elkaar (${some(cycle)}); de beste volgorde is precies te vinden voor ${most}. Neem --model bradley-terry.`,
    'unknown-group': ({ group, known }) => `${shown(group)} is geen groep. Er zijn: ${some(known)}.`,
    'group-without-weight': ({ group }) => `Voor de groep ${shown(group)} is geen gewicht gegeven.`,
    'no-groups': () => 'Er zijn geen groepen met stemmen en een gewicht boven 0.',
  },
}
