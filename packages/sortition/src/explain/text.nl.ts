import { shown } from '../language.ts'
import type { ExplainedValue, Explanation } from './explain-chance.ts'

const percent = (chance: number) => `${(100 * chance).toFixed(1).replace('.', ',')} %`

/** What people read about their chance, in Dutch. */
export const nl = {
  percent,
  chance: ({ chance, equal }: Explanation) =>
    `Jouw kans was ${percent(chance)}. Had iedereen evenveel kans gehad, dan was dat ${percent(equal)}.`,
  standing: {
    certain: 'Je zat op elk panel.',
    impossible: 'Je zat op geen enkel panel.',
    above: 'Jouw kans was dus groter dan gemiddeld.',
    equal: 'Dat is vrijwel gelijk.',
    below: 'Jouw kans was dus kleiner dan gemiddeld.',
  },
  fixed: {
    'already-selected': 'Je was vooraf al gekozen: de loting ging over de andere plaatsen.',
    excluded: 'Je deed niet mee aan de loting.',
    'no-panel': 'Er bestaat geen panel met jou erin dat alle quota haalt.',
  },
  value: ({ feature, value, min, max, people, low, high, effect }: ExplainedValue): string => {
    const what = `${shown(feature)}: ${shown(value)}`
    const seats = min === max ? `${min}` : `${min} tot ${max}`
    const there = min === 1 && max === 1 ? 'Hiervoor was er 1 plaats' : `Hiervoor waren er ${seats} plaatsen`
    if (effect === 'unsaid' || people === undefined)
      return `${what}. ${there}. Hoe vol of leeg deze groep was, zeggen we niet: hij is te klein, en dan zou het over een ander gaan.`
    const start = `${what}. ${there}, en ${people} mensen meldden zich.`
    if (effect === 'raises')
      return `${start} Dat zijn er weinig: gemiddeld was hun kans minstens ${percent(low ?? 0)}. Dat maakte jouw kans groter.`
    if (effect === 'lowers')
      return `${start} Dat zijn er veel: gemiddeld was hun kans hooguit ${percent(high ?? 0)}. Dat maakte jouw kans kleiner.`
    return `${start} Dat maakte op zichzelf niet veel uit.`
  },
  weighed: {
    up: 'Samen met de andere quota werkte dit in jouw voordeel.',
    down: 'Samen met de andere quota hield dit jouw kans tegen.',
  },
  sharesLimit: 'Je deelt een adres of school met een ander, en er kan maar een beperkt aantal van jullie op een panel.',
  picture: {
    title: 'Gemiddelde kans per groep',
    label: (equal: string) =>
      `De gemiddelde kans van elke groep. Het streepje is de kans die voor iedereen gelijk is: ${equal}.`,
    equal: 'gelijke kans',
    value: 'Groep',
    people: 'Mensen',
    mean: 'Gemiddelde kans',
    together: 'kleine groepen samen',
  },
}

export type ExplainText = typeof nl
