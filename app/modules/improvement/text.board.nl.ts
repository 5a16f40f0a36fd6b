export const nl = {
  actions: {
    title: 'Acties',
    count: (open: number, late: number) => (late === 0 ? `${open} open` : `${open} open · ${late} te laat`),
    add: 'Actie erbij',
    description: 'Wat gaan we doen?',
    due: 'Wanneer klaar?',
    done: (description: string) => `Klaar: ${description}`,
    put: 'Zet op het bord',
    everyone: 'allen',
  },
}
