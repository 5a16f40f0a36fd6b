import type { Plan } from '../lessons/plan.ts'
import type { Reach } from './shared-lesson.ts'

interface ShelfLesson {
  readonly school: 'own' | 'other'
  readonly team: string
  /** Days. */
  readonly ago: number
  readonly reach: Reach
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly plan: Plan
}

const lesson = (
  about: Omit<ShelfLesson, 'plan'>,
  plan: Omit<Plan, 'watch' | 'phases'> & { readonly steps: string },
): ShelfLesson => {
  const { steps, ...texts } = plan
  const phases = steps.split('|').map((step) => {
    const [minutes, what] = step.split('′ ')
    return { what: what ?? '', minutes: Number(minutes) }
  })
  const watch = ['Iemand die snel klaar is.', 'Iemand die weinig zegt.', 'Iemand die vaak een maatje helpt.'] as const
  return { ...about, plan: { ...texts, watch, phases } }
}

/** The fictional lessons of the library. */
export const demoShelf: readonly ShelfLesson[] = [
  lesson(
    {
      school: 'own',
      team: 'Bovenbouw',
      ago: 20,
      reach: 'open',
      title: 'Hoe ver rolt mijn fiets?',
      subject: 'Natuur en techniek',
      year: 'groep 7',
      theme: 'Onderzoeken',
    },
    {
      question: 'Welke woorden gebruiken leerlingen als ze een proef eerlijk willen maken?',
      pupilsDo: 'Ze laten een fiets van een helling rollen en meten drie keer hoe ver hij komt.',
      pupilsSay: 'We moeten elke keer even hoog beginnen, anders is het niet eerlijk.',
      materials: 'Een kinderfiets, een plank, een meetlint, krijt.',
      steps:
        '10′ Voorspel: waardoor rolt een fiets verder?|25′ Meet buiten in groepjes van vier.|10′ Zet de metingen in een tabel.|10′ Wat maakte het eerlijk?',
    },
  ),
  lesson(
    {
      school: 'own',
      team: 'Onderbouw',
      ago: 12,
      reach: 'open',
      title: 'Een kwart van wat?',
      subject: 'Rekenen',
      year: 'groep 5',
      theme: 'Breuken',
    },
    {
      question: 'Hoe leggen leerlingen uit dat een kwart niet altijd even groot is?',
      pupilsDo: 'Ze vouwen papier, touw en een stapel fiches in vier gelijke delen en vergelijken.',
      pupilsSay: 'Jouw kwart is groter, want jouw papier was groter.',
      materials: 'Papier in drie maten, touw, fiches, schaar.',
      steps:
        '5′ Laat twee verschillende kwarten zien.|20′ Vouwen en verdelen in tweetallen.|15′ Vergelijk en leg uit.|5′ Schrijf op: een kwart is …',
    },
  ),
  lesson(
    {
      school: 'other',
      team: 'Bovenbouw',
      ago: 33,
      reach: 'open',
      title: 'Waarom verhuizen mensen?',
      subject: 'Aardrijkskunde',
      year: 'groep 8',
      theme: 'Migratie',
    },
    {
      question: 'Noemen leerlingen meer dan één oorzaak?',
      pupilsDo: 'Ze lezen drie korte verhalen en hangen oorzaken op een lijn van duwen naar trekken.',
      pupilsSay: 'Hier is werk, maar thuis was ook gevaar. Het is allebei.',
      materials: 'Verhalen, kaartjes, een waslijn en knijpers.',
      steps: '10′ Wie verhuisde er wel eens?|20′ Lees en hang op.|15′ Bespreek wat dubbel hangt.',
    },
  ),
  lesson(
    {
      school: 'other',
      team: 'Onderbouw',
      ago: 8,
      reach: 'board',
      title: 'Lezen met een vraag vooraf',
      subject: 'Taal',
      year: 'groep 4',
      theme: 'Begrijpend lezen',
    },
    {
      question: 'Zoeken leerlingen het antwoord in de tekst, of raden ze?',
      pupilsDo: 'Ze kiezen een vraag, lezen de tekst en zetten een streep onder het bewijs.',
      pupilsSay: 'Het staat hier, in de tweede zin.',
      materials: 'Een tekst over bijen, potloden.',
      steps: '5′ Kies een vraag.|15′ Lees en streep aan.|10′ Laat je maatje het bewijs zien.',
    },
  ),
  lesson(
    {
      school: 'own',
      team: 'Bovenbouw',
      ago: 5,
      reach: 'school',
      title: 'Brieven die iemand overtuigen',
      subject: 'Taal',
      year: 'groep 8',
      theme: 'Schrijven',
    },
    {
      question: 'Geven leerlingen een reden die bij de lezer past?',
      pupilsDo: 'Ze schrijven een brief aan de gemeente over het speelplein en lezen elkaars brief als wethouder.',
      pupilsSay: 'De wethouder wil weten wat het kost, dus dat moet erin.',
      materials: 'Briefpapier, twee voorbeeldbrieven.',
      steps: '10′ Wat wil de lezer weten?|25′ Schrijf.|15′ Lees als de ander.',
    },
  ),
]
