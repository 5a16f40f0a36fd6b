export const nl = {
  title: 'Postvak',
  over: 'Alleen in de demo',
  explanation:
    'Hier komen alle mails van de demo binnen, voor iedereen. Er gaat niets naar buiten. De nieuwste staat bovenaan.',
  empty: 'Nog geen post',
  emptyHint: 'Vraag een inloglink aan, dan verschijnt de mail hier.',
  to: (address: string) => `Aan ${address}`,
}
