import type { ReadySet } from './pupils/pupil-text.ts'

export interface RoundPlot {
  readonly team: string
  readonly title: string
  readonly set: ReadySet
  readonly young: boolean
  readonly subgroups: readonly string[]
  readonly pupils: number
  /** By question the share, about, that says yes. */
  readonly yes: readonly [number, number, number]
  readonly words: readonly string[]
  readonly daysAgo: number
  readonly open: boolean
  /** What the pupils were told; empty: nothing yet. */
  readonly told: string
}

const unclear = [
  'Dat met de komma bij geld',
  'Waarom je eerst moet schatten',
  'De laatste som, die was anders',
  'Niks, ik snapte alles',
  'Het ging een beetje snel',
  'Ik wist niet of ik door mocht',
  'De moeilijke woorden in de som',
  'Hoe je het opschrijft',
  'Of je het uit je hoofd moet doen',
  'Eigenlijk was het wel duidelijk',
  'Het plaatje hielp niet zo',
  'Meer voorbeelden graag',
]

export const roundPlots: readonly RoundPlot[] = [
  {
    team: 'Middenbouw',
    title: 'Groep 6',
    set: 'clarity',
    young: false,
    subgroups: [],
    pupils: 24,
    yes: [0.2, 0.5, 0.4],
    words: unclear,
    daysAgo: 48,
    open: false,
    told: 'Jullie zeiden: we weten vaak niet wat we gaan leren.\nVanaf maandag staat het doel van de les op het bord, in onze eigen woorden.',
  },
  {
    team: 'Middenbouw',
    title: 'Groep 6',
    set: 'clarity',
    young: false,
    subgroups: [],
    pupils: 25,
    yes: [0.95, 0.7, 0.6],
    words: unclear.slice(2),
    daysAgo: 6,
    open: false,
    told: '',
  },
  {
    team: 'Bovenbouw',
    title: 'Groep 7 en 8',
    set: 'belonging',
    young: false,
    subgroups: ['groep 7', 'groep 8'],
    pupils: 46,
    yes: [0.9, 0.55, 0.8],
    words: [],
    daysAgo: 20,
    open: false,
    told: 'Niet iedereen durft te zeggen wat hij denkt.\nWe praten nu eerst in tweetallen, en dan pas met de hele groep.',
  },
  {
    team: 'Onderbouw',
    title: 'Groep 3',
    set: 'challenge',
    young: true,
    subgroups: [],
    pupils: 19,
    yes: [0.6, 0.8, 0.9],
    words: [],
    daysAgo: 13,
    open: false,
    told: 'Veel kinderen willen moeilijkere sommen. Er ligt nu elke dag een puzzel klaar.',
  },
  {
    team: 'Onderbouw',
    title: 'Groep 4',
    set: 'feedback',
    young: true,
    subgroups: [],
    pupils: 9,
    yes: [0.7, 0.7, 0.7],
    words: [],
    daysAgo: 0,
    open: true,
    told: '',
  },
]

export const arenaPlot = {
  team: 'Bovenbouw',
  title: 'Arena met zes leerlingen',
  daysAgo: 9,
  questions: ['Wanneer leer je het meest?', 'Wat doet een leraar die je helpt?'],
  heard: [
    [0, 'Als ik het zelf mag uitleggen aan iemand anders.'],
    [0, 'Als het even stil is, vooral na de pauze.'],
    [1, 'Die vraagt eerst wat ik al geprobeerd heb.'],
  ],
  ideas: [
    { words: 'Elke les één minuut uitleggen aan je buur', effect: 5, feasible: 5 },
    { words: 'Tien minuten stil werken na de pauze', effect: 4, feasible: 3 },
    { words: 'Een leeshoek op de gang', effect: 3, feasible: 1 },
  ],
} as const
