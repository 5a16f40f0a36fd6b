/** What colleagues of the demo asked, saw, heard and are going to try. Fictional; pupils have no names. */
export interface DemoVisit {
  readonly question: string
  readonly className: string
  readonly facts: readonly (readonly ['seen' | 'heard', string])[]
  readonly tries: string
}

export const demoVisits: readonly [DemoVisit, ...DemoVisit[]] = [
  {
    question: 'Wie denkt er hardop als ik een som uitleg?',
    className: 'Groep 4',
    facts: [
      ['seen', 'Vier leerlingen vooraan steken meteen hun vinger op.'],
      ['heard', '‘Ik doe eerst de tientallen’, zegt een meisje tegen haar buurman.'],
      ['seen', 'Aan de raamkant kijken drie leerlingen naar elkaar en wachten.'],
      ['heard', 'Na ‘vertel het aan je maatje’ praat bijna iedereen.'],
    ],
    tries: 'Eerst aan je maatje vertellen, dan pas vingers.',
  },
  {
    question: 'Weten leerlingen na mijn uitleg wat ze moeten doen?',
    className: 'Groep 4',
    facts: [
      ['heard', '‘Welke bladzijde?’ hoor ik zes keer in de eerste minuut.'],
      ['seen', 'Twee leerlingen beginnen met de opdracht van gisteren.'],
      ['seen', 'Na drie minuten werkt iedereen, behalve de achterste tafel.'],
    ],
    tries: 'De drie stappen op het bord zetten voordat ze beginnen.',
  },
  {
    question: 'Wie helpt wie tijdens het zelfstandig werken?',
    className: 'Groep 3',
    facts: [
      ['seen', 'Een jongen legt met blokjes uit hoe hij de som ziet.'],
      ['heard', '‘Niet zeggen, ik wil het zelf’, zegt zijn buurvrouw.'],
      ['seen', 'De helpers zitten alle drie aan dezelfde tafel.'],
    ],
    tries: 'De helpers over de tafels verdelen.',
  },
  {
    question: 'Wat doen leerlingen in de eerste vijf minuten?',
    className: 'Groep 7',
    facts: [
      ['seen', 'Binnen een minuut liggen alle boeken open.'],
      ['seen', 'Vijf leerlingen lezen al voordat de bel gaat.'],
      ['heard', '‘Wat was ook alweer het doel?’ vraagt iemand aan de klas.'],
    ],
    tries: 'Een leerling het doel laten voorlezen.',
  },
  {
    question: 'Hoe lang wachten leerlingen op hulp?',
    className: 'Groep 8',
    facts: [
      ['seen', 'De eerste vinger gaat na vier minuten omlaag zonder hulp.'],
      ['heard', '‘Kijk eerst op de kaart’, zegt een leerling tegen een ander.'],
      ['seen', 'Drie leerlingen gebruiken de stappenkaart.'],
    ],
    tries: 'De stappenkaart op elke tafel leggen.',
  },
]

export const openQuestions = [
  { question: 'Wie komt er aan het woord in de kring, en wie niet?', className: 'Groep 6' },
  { question: 'Begrijpen leerlingen de woorden die ik gebruik?', className: 'Groep 5' },
] as const
