/**
 * What the teams of the fictional school De Waterlelie did, told in weeks before today. Written for the demo; nobody and
 * nothing in it exists.
 */
export interface ActionPlot {
  readonly what: string
  /** Weeks ago that it was thought up. */
  readonly from: number
  /** Weeks that it could take. */
  readonly weeks: number
  /** Which members of the team, by their place; 'all' for everybody. */
  readonly who: readonly number[] | 'all'
  /** How and how many weeks ago it ended; left out while it is open. */
  readonly end?: {
    readonly ago: number
    readonly as: 'done' | 'stopped' | 'adapted'
    readonly why?: string
    readonly next?: string
  }
  readonly weighed?: readonly [impact: number, feasibility: number]
}

export interface GoalPlot {
  readonly effect: string
  readonly measure: string
  readonly outOf: number
  readonly baseline: number
  readonly target: number
  readonly reason: string
  readonly from: number
  readonly end?: { readonly ago: number; readonly as: 'kept' | 'adapted' | 'stopped' }
  /** One a session, from the first one after the goal was set. */
  readonly readings: readonly number[]
  readonly actions: readonly ActionPlot[]
}

export interface TeamPlot {
  readonly team: string
  /** 1 Monday … 5 Friday: when the team stands at its board. */
  readonly weekday: number
  readonly goals: readonly GoalPlot[]
  readonly successes: readonly string[]
  readonly plans: readonly string[]
}

const onderbouw: TeamPlot = {
  team: 'Onderbouw',
  weekday: 2,
  goals: [
    {
      effect: 'Kinderen beginnen zelf aan hun werk zodra de bel gaat',
      measure: 'Na twee minuten tellen we hoeveel van de 24 bezig zijn.',
      outOf: 24,
      baseline: 9,
      target: 21,
      reason: 'We verliezen elke ochtend een kwartier',
      from: 16,
      end: { ago: 6, as: 'kept' },
      readings: [9, 11, 14, 13, 17, 19, 20, 22],
      actions: [
        {
          what: 'Dagplanning met plaatjes naast de deur hangen',
          from: 16,
          weeks: 1,
          who: [0, 2],
          end: { ago: 15, as: 'done' },
        },
        {
          what: 'Een startliedje kiezen en drie weken volhouden',
          from: 15,
          weeks: 3,
          who: 'all',
          end: { ago: 12, as: 'done' },
        },
        {
          what: 'Elke ochtend een beloning met stickers',
          from: 14,
          weeks: 2,
          who: [1],
          end: { ago: 12, as: 'stopped', why: 'Kinderen werkten voor de sticker en niet voor de taak.' },
        },
        {
          what: 'Foto’s maken van een goede start en ze bespreken',
          from: 11,
          weeks: 2,
          who: [3, 4],
          end: { ago: 9, as: 'done' },
        },
      ],
    },
    {
      effect: 'Kinderen vertellen een verhaal na in de goede volgorde',
      measure: 'Zes kinderen vertellen na; we tellen wie begin, midden en eind noemt.',
      outOf: 6,
      baseline: 2,
      target: 5,
      reason: 'De taaltoets van juni en wat we horen in de kring',
      from: 6,
      readings: [2, 2, 3, 4, 4],
      actions: [
        {
          what: 'Bij elk boek drie vertelkaarten gebruiken',
          from: 6,
          weeks: 2,
          who: 'all',
          end: { ago: 4, as: 'done' },
          weighed: [5, 4],
        },
        {
          what: 'Ouders vragen om thuis voor te lezen',
          from: 5,
          weeks: 2,
          who: [0],
          end: {
            ago: 3,
            as: 'adapted',
            why: 'De brief werd niet gelezen.',
            next: 'Ouders bij het ophalen een boekje met vertelkaarten meegeven',
          },
          weighed: [4, 2],
        },
        { what: 'Verteltafel maken bij het boek van de maand', from: 3, weeks: 2, who: [2, 5], weighed: [4, 4] },
        { what: 'Bij elkaar kijken: wie praat er in de kring?', from: 1, weeks: 2, who: [1, 3], weighed: [3, 5] },
      ],
    },
  ],
  successes: [
    'Een meisje dat nooit praat in de kring vertelde het hele verhaal na.',
    'Vandaag zat iedereen binnen twee minuten aan het werk.',
    'Twee jongens speelden het boek na in de bouwhoek, met begin en eind.',
    'De kinderen herinnerden mij aan de vertelkaarten.',
    'Een vader bleef na het ophalen staan om de vertelkaarten te proberen.',
    'De stagiair gaf haar eerste kring en iedereen luisterde.',
    'Groep 2 legde groep 1 uit hoe de planning werkt.',
    'Drie kinderen vroegen om nog een boek.',
  ],
  plans: [
    'Dinsdag: lesbezoek in de kring van groep 2.',
    'Woensdag samen een les over volgorde maken.',
    'Donderdag nieuwe vertelkaarten plastificeren.',
    'Maandag het boek van de maand kiezen.',
  ],
}

const middenbouw: TeamPlot = {
  team: 'Middenbouw',
  weekday: 3,
  goals: [
    {
      effect: 'Leerlingen leggen hun rekenstap uit aan een ander, zonder dat wij erom vragen',
      measure: 'We tellen in tien minuten hoeveel van de twaalf dat doen.',
      outOf: 12,
      baseline: 3,
      target: 9,
      reason: 'Leerlingen weten het antwoord, maar niet hoe ze eraan komen',
      from: 13,
      readings: [3, 4, 4, 3, 5, 6, 6, 7, 8, 7],
      actions: [
        {
          what: 'Elke les één denkpauze van een minuut',
          from: 13,
          weeks: 3,
          who: 'all',
          end: { ago: 10, as: 'done' },
          weighed: [5, 5],
        },
        {
          what: 'Filmpje maken van hardop denken',
          from: 12,
          weeks: 2,
          who: [3],
          end: { ago: 10, as: 'done' },
          weighed: [3, 3],
        },
        {
          what: 'Leerlingen elkaars schrift laten nakijken',
          from: 9,
          weeks: 2,
          who: [1, 4],
          end: {
            ago: 7,
            as: 'adapted',
            why: 'Ze zetten alleen krullen.',
            next: 'Leerlingen één vraag bij elkaars som laten schrijven',
          },
          weighed: [4, 3],
        },
        { what: 'Stappenkaart hangen in groep 3 en 4', from: 3, weeks: 2, who: [0, 2], weighed: [4, 5] },
        { what: 'Bij elkaar kijken: wie praat er na de vraag?', from: 2, weeks: 3, who: [1, 5], weighed: [3, 4] },
        { what: 'Vaste rekenmaatjes voor twee weken', from: 1, weeks: 2, who: 'all', weighed: [4, 2] },
      ],
    },
    {
      effect: 'Iedereen in groep 4 begint binnen twee minuten',
      measure: 'Twee minuten na de uitleg tellen we wie schrijft.',
      outOf: 24,
      baseline: 14,
      target: 22,
      reason: 'Een vraag van leerlingen in de arena',
      from: 5,
      readings: [14, 17, 18, 18],
      actions: [
        {
          what: 'De opdracht in drie stappen op het bord',
          from: 5,
          weeks: 1,
          who: 'all',
          end: { ago: 4, as: 'done' },
          weighed: [5, 5],
        },
        {
          what: 'Materiaal klaarzetten voor de les begint',
          from: 4,
          weeks: 2,
          who: [4],
          end: { ago: 1, as: 'done' },
          weighed: [3, 5],
        },
        { what: 'Aan leerlingen vragen wat hen ophoudt', from: 1, weeks: 1, who: [2, 3], weighed: [4, 4] },
      ],
    },
  ],
  successes: [
    'Iemand legde de sprong over het tiental uit aan een klasgenoot. Zonder hulp!',
    'Ouders vroegen zelf om de stappenkaart.',
    'Het was stil in de denkpauze, ook zonder dat ik iets zei.',
    'Een leerling zei: ik snap het pas als ik het mag uitleggen.',
    'In de kijkles zag ik twaalf kinderen door elkaar praten, over rekenen.',
    'Een tweetal vond samen de fout in mijn som op het bord.',
    'Drie leerlingen kozen zelf een moeilijker som.',
    'De klas van hiernaast wil de stappenkaart ook.',
    'Groep 4 zat vandaag klaar voordat ik was uitgepraat.',
  ],
  plans: [
    'Dinsdag tweede uur: lesbezoek in groep 4.',
    'Samen de les over breuken maken, woensdag na school.',
    'Vrijdag de filmpjes laten zien aan de bovenbouw.',
    'Maandag nieuwe tweetallen.',
  ],
}

const bovenbouw: TeamPlot = {
  team: 'Bovenbouw',
  weekday: 4,
  goals: [
    {
      effect: 'Leerlingen stellen zelf een vraag over de tekst die ze lezen',
      measure: 'Bij één tekst tellen we hoeveel leerlingen een eigen vraag opschrijven.',
      outOf: 25,
      baseline: 6,
      target: 18,
      reason: 'De leestoets zegt: ze lezen wel, maar denken niet mee',
      from: 11,
      readings: [6, 8, 7, 10, 12, 11, 13],
      actions: [
        {
          what: 'Zelf hardop een vraag stellen bij de eerste alinea',
          from: 11,
          weeks: 2,
          who: 'all',
          end: { ago: 9, as: 'done' },
          weighed: [5, 5],
        },
        {
          what: 'Vragenboom ophangen in de klas',
          from: 10,
          weeks: 2,
          who: [0],
          end: { ago: 8, as: 'done' },
          weighed: [3, 5],
        },
        {
          what: 'Elke week een quiz over de tekst',
          from: 8,
          weeks: 2,
          who: [2, 3],
          end: { ago: 6, as: 'stopped', why: 'Dan vragen wij weer, en niet zij.' },
          weighed: [2, 3],
        },
        { what: 'Teksten zoeken bij het thema van de klas', from: 4, weeks: 3, who: [1, 4], weighed: [4, 3] },
        { what: 'Een les lezen samen maken en om de beurt geven', from: 2, weeks: 4, who: [0, 5], weighed: [5, 2] },
        {
          what: 'Vragen van leerlingen verzamelen in een schrift',
          from: 3,
          weeks: 2,
          who: [3],
          end: { ago: 1, as: 'done' },
          weighed: [3, 5],
        },
        { what: 'Leerlingen elkaars vraag laten beantwoorden', from: 1, weeks: 2, who: 'all', weighed: [4, 4] },
      ],
    },
  ],
  successes: [
    'Een leerling vroeg waarom de schrijver dat zo zei. De hele klas deed mee.',
    'Achttien vragen bij één tekst, een record.',
    'Twee leerlingen zochten thuis het antwoord op.',
    'Groep 8 maakte vragen voor groep 6.',
    'Iemand die lezen stom vindt, leest nu het tweede deel.',
  ],
  plans: [
    'Donderdag kijken bij de leesles in groep 7.',
    'Vrijdag teksten delen in de map.',
    'Maandag start van het nieuwe thema.',
  ],
}

export const teamPlots: readonly TeamPlot[] = [onderbouw, middenbouw, bovenbouw]

/** What has to be arranged, on an organisational board. */
export const arrangements: readonly ActionPlot[] = [
  { what: 'Rooster van de gymzaal navragen', from: 4, weeks: 2, who: [1], end: { ago: 2, as: 'done' } },
  { what: 'Lijst voor het kerstdiner ophangen', from: 2, weeks: 2, who: [4] },
  { what: 'Kopieerapparaat laten nakijken', from: 3, weeks: 2, who: [2] },
  { what: 'Sleutels van het leeshuis bij laten maken', from: 1, weeks: 3, who: [0, 3] },
]

/** The board of a class. */
export const classPlot = {
  name: 'Groep 6',
  effect: 'We beginnen allemaal binnen twee minuten',
  outOf: 24,
  baseline: 14,
  target: 22,
  readings: [14, 16, 19],
  actions: [
    'Alle spullen liggen klaar voordat de bel gaat',
    'Een timer op het bord',
    'Je buur helpen als die iets kwijt is',
  ],
  successes: ['We waren vandaag heel snel stil.', 'De timer helpt.', 'Iedereen had zijn schrift mee.'],
  plans: ['Maandag maken we nieuwe tweetallen.'],
} as const
