import type { AfternoonWords } from './afternoon-store.ts'
import type { Evaluation } from './booking-store.ts'
import type { StoryWords } from './story.ts'
import type { Side } from './tables.ts'

interface StoryPlot {
  readonly school: 'deWaterlelie' | 'deKlimboom' | 'overhaalCollege'
  readonly daysAgo: number
  readonly shared: boolean
  readonly words: StoryWords
}

export const storyPlots: readonly StoryPlot[] = [
  {
    school: 'deKlimboom',
    daysAgo: 12,
    shared: true,
    words: {
      title: 'Eerst zelf nakijken, dan pas vragen',
      did: 'In de bovenbouw liepen leerlingen met elke som naar de leraar. We spraken bij het bord af dat iedereen eerst zelf nakijkt. Achter in de klas kwam een tafel met antwoorden en een kaart met drie vragen.\n\nNa twee weken bekeken we bij elkaar hoe het ging, en maakten we de kaart korter.',
      noticed:
        'Leerlingen vonden hun eigen fouten en legden ze aan elkaar uit. De rij bij het bureau werd korter. Bij lastige opdrachten staan ze er nog steeds te snel.',
    },
  },
  {
    school: 'overhaalCollege',
    daysAgo: 30,
    shared: true,
    words: {
      title: 'Een kwartier per week, ook met veertig leraren',
      did: 'We begonnen met één sectie die elke dinsdag een kwartier bij het bord stond. Na een half jaar wilden twee andere secties ook. De eerste sectie nodigde hen uit om mee te kijken.',
      noticed:
        'Leerlingen merken dat leraren hetzelfde vragen: vertel eerst wat je al weet. Of ze er meer van leren, weten we nog niet.',
    },
  },
  {
    school: 'deWaterlelie',
    daysAgo: 3,
    shared: false,
    words: {
      title: 'Kinderen kiezen hun eigen weekdoel',
      did: 'Elke maandag kiest elk kind in de onderbouw één ding om te oefenen. Het hangt een week aan de lijn in de klas.',
      noticed: 'Kinderen vertellen uit zichzelf wat ze oefenen, en vragen een ander om mee te kijken.',
    },
  },
]

interface AfternoonPlot {
  readonly partner: 'zuivelhuis' | 'meerzorg'
  readonly weeks: number
  /** 1 Monday … 5 Friday. */
  readonly weekday: number
  readonly minutesAfterMidnight: number
  readonly bookedBy?: StoryPlot['school']
  readonly words: Omit<AfternoonWords, 'startsAt'>
}

const halfPastOne = 13 * 60 + 30
const atDairy = { place: 'Kadeweg 3, Aldermeer', contact: 'bezoek@zuivelhuis-aldermeer.example', minutes: 150 }

export const afternoonPlots: readonly AfternoonPlot[] = [
  {
    partner: 'zuivelhuis',
    weeks: -5,
    weekday: 3,
    minutesAfterMidnight: halfPastOne,
    bookedBy: 'deKlimboom',
    words: {
      ...atDairy,
      title: 'Wat een team in tien minuten bespreekt',
      shows: 'Een rondgang langs drie teams en hun bord. Daarna praten jullie met de teams over wat lastig is.',
      mostPeople: 30,
    },
  },
  {
    partner: 'zuivelhuis',
    weeks: -1,
    weekday: 3,
    minutesAfterMidnight: halfPastOne,
    bookedBy: 'deWaterlelie',
    words: {
      ...atDairy,
      title: 'Van klacht naar verbetering in één week',
      shows: 'We laten zien hoe een klacht op het bord komt en wie er wat mee doet.',
      mostPeople: 30,
    },
  },
  {
    partner: 'zuivelhuis',
    weeks: 3,
    weekday: 3,
    minutesAfterMidnight: halfPastOne,
    words: {
      ...atDairy,
      title: 'Kijk mee bij de dagstart van de kaasmakerij',
      shows:
        'Elk team staat tien minuten bij zijn bord: wat ging goed, wat ging mis, wat proberen we vandaag? Jullie kijken mee, in groepen van tien. Daarna praten we na aan tafel.',
      mostPeople: 30,
    },
  },
  {
    partner: 'meerzorg',
    weeks: 5,
    weekday: 2,
    minutesAfterMidnight: 14 * 60,
    words: {
      title: 'Zo leert een afdeling van wat bijna misging',
      shows:
        'Verpleegkundigen bespreken elke week één ding dat bijna misging, zonder schuldige. Jullie doen het na met een voorbeeld uit de school.',
      place: 'Meerzorg, ingang west, Lindewaard',
      contact: 'leren@meerzorg.example',
      minutes: 120,
      mostPeople: 32,
    },
  },
]

interface EvaluationPlot {
  /** Of the afternoon. */
  readonly title: string
  readonly by: Side
  readonly words: Evaluation
}

export const evaluationPlots: readonly EvaluationPlot[] = [
  {
    title: 'Wat een team in tien minuten bespreekt',
    by: 'school',
    words: {
      peopleCame: 22,
      worth: 1,
      tookAlong: 'Eén vraag op het bord die elke week hetzelfde blijft.',
      better: 'Iets meer tijd bij één team in plaats van drie.',
    },
  },
  {
    title: 'Wat een team in tien minuten bespreekt',
    by: 'partner',
    words: {
      peopleCame: 22,
      worth: 1,
      tookAlong: 'Leraren vragen steeds: wat zie je de ander dan doen? Dat nemen wij over.',
      better: '',
    },
  },
]
