/** A lesson of the demo: who, when (days ago), and what was written in each version. */
export interface LessonPlot {
  readonly team: 'Onderbouw' | 'Middenbouw' | 'Bovenbouw'
  /** Of the team, by their place in it. */
  readonly designers: readonly number[]
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly onGoal: boolean
  readonly begun: number
  readonly versions: readonly {
    readonly written: number
    /** One form after the other, by turns: fields as the page without script sends them. */
    readonly writes: readonly Readonly<Record<string, string>>[]
    /** What the forms showed, where they change a text. */
    readonly shown?: Readonly<Record<string, string>>
    readonly taught?: {
      readonly ago: number
      readonly group: string
      readonly pupils_did: string
      readonly worked: string
      readonly differently: string
    }
  }[]
}

const quarterDo =
  'Ze vouwen een blaadje in vieren en kleuren een kwart. Daarna zoeken ze in tweetallen een kwart van een reep, een uur en een groep van twaalf.'
const quarterSay = '‘Een kwart is één van vier gelijke stukken.’ ‘Van een uur is dat een kwartier.’'
const quarterQuestion = 'Hoe leggen leerlingen uit wat een kwart is, als het geen pizza is?'

export const lessonPlots: readonly LessonPlot[] = [
  {
    team: 'Bovenbouw',
    designers: [0, 1],
    title: 'Een kwart van wat?',
    subject: 'Rekenen',
    year: 'groep 6',
    theme: 'Uitleggen aan elkaar',
    onGoal: false,
    begun: 33,
    versions: [
      {
        written: 33,
        writes: [
          {
            question: quarterQuestion,
            'pupils-do': quarterDo,
            'what-new1': 'Vouwen en kleuren, ieder voor zich',
            'minutes-new1': '10',
            'what-new2': 'In tweetallen: een kwart van drie dingen',
            'minutes-new2': '15',
            'what-new3': 'Samen kijken: wie legt het uit?',
            'minutes-new3': '15',
          },
          {
            'pupils-say': quarterSay,
            materials: 'Blaadjes, kleurpotloden, een reep papier van 24 cm, twaalf blokjes per tweetal.',
            'watch-1': 'Iemand die snel klaar is en weinig praat',
            'watch-2': 'Iemand die breuken nog uit het hoofd leert',
            'watch-3': 'Iemand die thuis een andere taal spreekt',
          },
        ],
        taught: {
          ago: 26,
          group: 'groep 6a',
          pupils_did:
            'Bijna iedereen vouwde goed. Bij de twaalf blokjes legden acht tweetallen er vier neer: ‘een kwart is vier’. Twee tweetallen legden uit waarom het er drie zijn.',
          worked: 'De blokjes. Daar moesten ze praten om het eens te worden.',
          differently:
            'Eerst laten voorspellen, dan pas leggen. En minder lang samen kijken: daar luisterde de helft niet meer.',
        },
      },
      {
        written: 3,
        shown: { 'pupils-do': quarterDo, question: quarterQuestion, 'pupils-say': quarterSay },
        writes: [
          {
            question: 'Hoe leggen leerlingen uit wat een kwart van een groep is?',
            'pupils-do':
              'Ze voorspellen eerst: hoeveel is een kwart van twaalf blokjes? Daarna leggen ze het in tweetallen en schrijven op hoe ze het weten. Ze doen hetzelfde met een reep en een uur.',
          },
          { 'pupils-say': `${quarterSay} Zin om mee te beginnen: ‘Ik denk dat het er … zijn, want …’` },
        ],
      },
    ],
  },
  {
    team: 'Bovenbouw',
    designers: [2, 3],
    title: 'Wat staat er niet?',
    subject: 'Begrijpend lezen',
    year: 'groep 7',
    theme: 'Vragen stellen bij een tekst',
    onGoal: true,
    begun: 47,
    versions: [
      {
        written: 47,
        writes: [
          {
            question: 'Welke vragen stellen leerlingen zelf bij een tekst?',
            'pupils-do':
              'Ze lezen een kort verhaal met een gat erin. In drietallen bedenken ze vijf vragen en kiezen er één die niemand kan opzoeken.',
            'what-new1': 'Voorlezen, zonder het einde',
            'minutes-new1': '8',
            'what-new2': 'Vragen bedenken in drietallen',
            'minutes-new2': '17',
            'what-new3': 'Eén vraag samen beantwoorden',
            'minutes-new3': '15',
          },
          { 'watch-1': 'Iemand die weinig leest', 'watch-2': 'Iemand die altijd als eerste een antwoord heeft' },
        ],
        taught: {
          ago: 40,
          group: 'groep 7',
          pupils_did:
            'Veel vragen begonnen met ‘waarom’. Drie groepjes maakten ruzie over het einde, en dat was precies de bedoeling.',
          worked: 'Dat het einde er niet bij zat.',
          differently: 'Een tekst van onze eigen wereldles nemen.',
        },
      },
    ],
  },
  {
    team: 'Bovenbouw',
    designers: [4, 5],
    title: 'Een brief die iets verandert',
    subject: 'Schrijven',
    year: 'groep 8',
    theme: '',
    onGoal: false,
    begun: 5,
    versions: [
      {
        written: 5,
        writes: [
          {
            question: 'Kiezen leerlingen andere woorden als er echt iemand leest?',
            'what-new1': 'Aan wie schrijven we, en wat willen we?',
            'minutes-new1': '15',
          },
        ],
      },
    ],
  },
  {
    team: 'Onderbouw',
    designers: [0, 1],
    title: 'Hoeveel passen er in de doos?',
    subject: 'Rekenen',
    year: 'groep 2',
    theme: 'Schatten',
    onGoal: true,
    begun: 20,
    versions: [
      {
        written: 20,
        writes: [
          {
            question: 'Hoe laten kleuters zien dat ze schatten en niet raden?',
            'pupils-do':
              'Ze kijken, zeggen een getal en leggen een hand op de doos. Daarna tellen ze samen en kijken ze wie dichtbij was.',
            'what-new1': 'In de kring: wat is schatten?',
            'minutes-new1': '10',
            'what-new2': 'Drie dozen in kleine groepjes',
            'minutes-new2': '15',
          },
          { 'watch-1': 'Iemand die nog niet tot twintig telt', 'watch-2': 'Iemand die anderen nazegt' },
        ],
        taught: { ago: 13, group: 'groep 2', pupils_did: '', worked: '', differently: '' },
      },
    ],
  },
]
