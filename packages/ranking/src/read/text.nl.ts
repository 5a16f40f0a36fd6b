import { shown, some } from '../language.ts'
import type { ReadNote, ReadProblem } from './problem.ts'

type Of<Reason extends ReadProblem['reason']> = Extract<ReadProblem, { readonly reason: Reason }>

export interface ReadText {
  readonly line: string
  readonly column: string
  readonly problems: { readonly [Reason in ReadProblem['reason']]: (problem: Of<Reason>) => string }
  readonly notes: {
    readonly [Kind in ReadNote['kind']]: (note: Extract<ReadNote, { readonly kind: Kind }>) => string
  }
}

const whatNl = { count: 'een aantal', position: 'een plaats op de lijst', points: 'een aantal punten' } as const

export const nl: ReadText = {
  line: 'regel',
  column: 'kolom',
  problems: {
    'empty-file': () => 'het bestand is leeg. Sla het opnieuw op als CSV, met een kopregel.',
    'row-width': ({ expected, found }) =>
      `${found} cellen, en de kopregel heeft er ${expected}. Is het bestand afgebroken? Zet een tekst met een komma tussen aanhalingstekens.`,
    'unclosed-quote': () => 'hier begint een aanhalingsteken dat nergens sluit. Sluit het, of haal het weg.',
    'missing-column': ({ asked, known }) => `de kolom ${shown(asked)} is er niet. Er zijn: ${some(known)}.`,
    'column-twice': ({ asked }) => `de kolom ${shown(asked)} is er twee keer. Geef een van de twee een andere naam.`,
    'blank-item': () => 'hier ontbreekt de keuze. Vul haar in, of laat de regel weg.',
    'blank-voter': () => 'hier staat niet wie koos. Vul het in, of laat --voter weg.',
    'same-item': ({ item }) => `${shown(item)} staat tegenover zichzelf. Kijk de regel na.`,
    'unknown-item': ({ item }) =>
      `${shown(item)} staat niet in de lijst van onderwerpen. Voeg het toe, of verander de tekst.`,
    'item-twice': ({ item }) => `${shown(item)} staat twee keer op deze lijst. Haal er een weg.`,
    'which-column': ({ taken, known }) =>
      `de onderwerpen zijn gelezen uit de eerste kolom, ${shown(taken)}, en sommige staan daar twee keer. Staan ze in een andere? Noem die met --item-id. Er zijn: ${some(known)}.`,
    'no-number': ({ text, what }) => `${shown(text)} is niet ${whatNl[what]} van 0 of meer.`,
    'home-elsewhere': ({ item }) => `${shown(item)} is geen van de twee waaruit gekozen is.`,
    'voter-in-two-groups': ({ voter, groups }) =>
      `${shown(voter)} zit hier in ${shown(groups[1])} en eerder in ${shown(groups[0])}. Kies een van de twee.`,
    'nothing-matches': ({ asked, known }) =>
      `geen enkele regel voldoet aan ${shown(asked)}.${known.length > 0 ? ` Er staat: ${some(known)}.` : ''}`,
    'no-votes': () => 'er zijn geen stemmen.',
    'voter-needed': () => 'zeg met --voter in welke kolom staat wie koos; lijsten gaan per persoon.',
    'too-many-votes': ({ most }) =>
      `dit geeft meer dan ${most} keuzes tussen twee; zoveel past niet. Neem een steekproef.`,
    more: ({ of, count }) => `en nog ${count} keer hetzelfde (${of}).`,
  },
  notes: {
    'left-out': ({ rows }) =>
      rows === 1
        ? '1 regel telt niet mee, omdat die niet aan de voorwaarde voldoet.'
        : `${rows} regels tellen niet mee, omdat ze niet aan de voorwaarde voldoen.`,
    repeats: ({ votes }) => `${votes} keer koos iemand opnieuw over hetzelfde: de laatste keer telt.`,
    'one-person': () => 'Alle stemmen zijn van één persoon: dit zegt niets over anderen.',
    'no-people': () => 'Niet bekend is wie stemde. De marges gaan ervan uit dat alle stemmen los van elkaar staan.',
    'all-tied': () => 'Niemand koos: alle stemmen zijn gelijk.',
    'items-without-votes': ({ items }) => `Zonder stemmen: ${some(items)}.`,
    'votes-without-group': ({ votes }) =>
      votes === 1 ? '1 stem hoort bij geen groep.' : `${votes} stemmen horen bij geen groep.`,
  },
}
