import type { Instrument } from './instrument.ts'

/** How our own instrument is named where an imported one has the id of its row. */
export const ownInstrumentKey = 'own'

/**
 * The short instrument that is shipped: nine things that pupils do or say, which somebody at the back of the room can see
 * in a quarter of an hour. Written for this house; it was not tested for validity, and the page says so.
 */
export const ownInstrument: Instrument = {
  format: 'kantelpunt-observation',
  version: 1,
  id: 'wat-doen-leerlingen',
  name: { nl: 'Wat doen leerlingen?', en: 'What do pupils do?' },
  source: 'Kantelpunt',
  licence: 'CC BY 4.0',
  scale: [
    { score: 1, label: { nl: 'bij bijna niemand', en: 'almost nobody' } },
    { score: 2, label: { nl: 'bij een paar', en: 'a few' } },
    { score: 3, label: { nl: 'bij de meesten', en: 'most of them' } },
    { score: 4, label: { nl: 'bij bijna iedereen', en: 'almost everybody' } },
  ],
  domains: [
    {
      id: 'weten',
      name: { nl: 'Weten waar het om gaat', en: 'Knowing what it is about' },
      indicators: [
        {
          id: 'doel-vertellen',
          text: {
            nl: 'Leerlingen kunnen zeggen wat ze deze les leren.',
            en: 'Pupils can say what they are learning this lesson.',
          },
        },
        {
          id: 'aan-de-slag',
          text: {
            nl: 'Leerlingen beginnen meteen en weten wat ze moeten doen.',
            en: 'Pupils start at once and know what to do.',
          },
        },
        {
          id: 'weten-hoe-ver',
          text: {
            nl: 'Leerlingen merken zelf wat al lukt en wat nog niet.',
            en: 'Pupils notice what they can do already and what not yet.',
          },
        },
      ],
    },
    {
      id: 'denken',
      name: { nl: 'Zelf denken', en: 'Thinking for themselves' },
      indicators: [
        {
          id: 'uitleggen',
          text: {
            nl: 'Leerlingen leggen uit hoe ze aan een antwoord komen.',
            en: 'Pupils explain how they found an answer.',
          },
        },
        {
          id: 'vragen',
          text: { nl: 'Leerlingen stellen vragen over de stof.', en: 'Pupils ask questions about the subject.' },
        },
        {
          id: 'volhouden',
          text: {
            nl: 'Leerlingen gaan door als het moeilijk wordt.',
            en: 'Pupils go on when it gets hard.',
          },
        },
      ],
    },
    {
      id: 'samen',
      name: { nl: 'Samen leren', en: 'Learning together' },
      indicators: [
        {
          id: 'meedoen',
          text: {
            nl: 'Leerlingen doen mee, ook wie stil is of het lastig vindt.',
            en: 'Pupils take part, also those who are quiet or find it hard.',
          },
        },
        {
          id: 'luisteren',
          text: {
            nl: 'Leerlingen luisteren naar elkaar en gaan erop door.',
            en: 'Pupils listen to each other and build on it.',
          },
        },
        {
          id: 'helpen',
          text: {
            nl: 'Leerlingen helpen elkaar verder zonder het voor te zeggen.',
            en: 'Pupils help each other on without giving the answer away.',
          },
        },
      ],
    },
  ],
}
