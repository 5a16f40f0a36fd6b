import { wordsOf } from './words-of.ts'

/** What one pupil or colleague does: after a capitalised word these make it a person. */
export const humanVerbs: ReadonlySet<string> = new Set(
  wordsOf(`
  vindt zegt zei vraagt vroeg durft durfde zit zat loopt liep schrijft schreef leest las rekent rekende krijgt kreeg wil wilde snapt snapte begrijpt begreep werkt
  werkte luistert luisterde kijkt keek praat praatte vertelt vertelde antwoordt antwoordde fluistert roept riep huilt huilde lacht lachte steekt stak woont woonde
  heet helpt hielp speelt speelde tekent tekende telt telde typt oefent oefende leert leerde denkt dacht weet wist kent hoort hoorde begint
  begon stopt raakt raakte vergeet vergat mist miste kiest koos pakt pakte zoekt zocht probeert probeerde haakt haakte scoort scoorde haalt haalde
  kwam komt ging gaat deed doet neemt nam houdt hield mag moet kan kon moest heeft had staat stond zingt zong rent rende sprak spreekt presenteert legt legde geeft gaf
  ziet zag wacht wachtte twijfelt twijfelde wisselt belt belde mailt mailde stuurt stuurde verhuist verhuisde ligt voelt leidt leidde observeert begeleidt deelt noteert noteerde
  draait bewaakt verzorgt ontwerpt ontwierp bezoekt bezocht stelt stelde volgt volgde maakt maakte blijft bleef reageert reageerde wijst bespreekt besprak
  says said asks asked reads writes thinks finds sits needs wants wanted likes lives has had can could knows struggles helps works speaks looks listens gets got
  goes went comes came felt feels forgot started starts tries tried raised shared explained`),
)

/** Words that things do too: they count only beside a sign of a person further on. */
export const weakVerbs: ReadonlySet<string> = new Set(
  wordsOf(`is was wordt werd maakt maakte blijft bleef gaat ging komt kwam kan kon mag moet moest heeft had krijgt kreeg begint begon staat stond ligt
  geeft gaf helpt hielp raakt leidt doet deed houdt hield neemt nam volgt volgde leert ziet draait deelt stelt telt zit speelt speelde wijst loopt liep werkt
  werkte has had can could is was gets got goes went comes came helps works starts started stopt brengt zorgt legt haalt mist wisselt leest woont
  zingt wacht heet hoort`),
)

/** Signs of a person in the rest of the sentence. */
export const personSigns: ReadonlySet<string> = new Set(
  wordsOf(`
  hij zij ze hem haar zijn moeilijk lastig moeite ziek afwezig dyslexie dyscalculie adhd autisme ass bril tolk toestemming beurt uitleg hulp vinger schrift laptop
  tafel groepje maatje ouders moeder vader thuis oma opa broer broertje zus zusje nt2 klaar extra steun concentratie gehoorapparaat rolstoel logopedie verdriet
  spannend verlegen stil onrustig boos blij bang moe trots druk afgeleid enthousiast nieuw jarig jaar verhuisd gescheiden allergisch vooraan achterin achteraan naast raam
  verjaardag spreekbeurt mentor begeleiding leerplicht zorg medicijnen plan toets voldoende onvoldoende dubt gezakt geslaagd blijven zitten hardop goed fijn
  leuk mee opnieuw vaak snel langzaam zelfstandig duidelijk vandaag gisteren morgen mij me ons collega lesbezoek observeert observatie timer notulen
  durft antwoord vraag vragen woorden hand bord lokaal gang leest schrijft rekent niet nog wel
  he she him her his ill absent glasses shy alone parents mother father dyslexia help turn today`),
)

/** Before a name. */
export const titles: ReadonlySet<string> = new Set(
  wordsOf(`meneer mevrouw mevr mw mvr mej dhr heer juf juffrouw meester mr mrs ms miss mister sir madam leerling leerlinge pupil student collega docent docente
  mentor klasgenoot klasgenote vriend vriendin vriendje vriendinnetje broer broertje zus zusje moeder vader tante oom opa oma buurmeisje buurjongen neef nicht nichtje neefje
  leraar lerares leerkracht stagiair stagiaire conciërge directeur directrice rector intern begeleider coach teamleider onderwijsassistent assistent assistente
  logopedist schoolmaatschappelijk werker duo-partner ouder dokter tutor invaller invalster vakdocent meisje jongen kleuter`),
)

/** Before a name that everybody knows: makers, rulers, scholars. */
export const publicRoles: ReadonlySet<string> = new Set(
  wordsOf(`schrijver schrijfster auteur dichter dichteres schilder schilderes kunstenaar kunstenares koning koningin keizer keizerin prins prinses graaf gravin
  hertog hertogin farao sultan tsaar paus bisschop heilige profeet president premier minister minister-president burgemeester staatsman stadhouder generaal admiraal kapitein
  ontdekkingsreiziger zeeheld uitvinder uitvindster wetenschapper wetenschapster natuurkundige scheikundige wiskundige bioloog astronoom sterrenkundige filosoof denker
  componist zanger zangeres rapper band acteur actrice regisseur fotograaf architect beeldhouwer illustrator tekenaar striptekenaar ontwerper econoom historicus
  psycholoog pedagoog onderzoeker hoogleraar professor voetballer voetbalster sporter sportster schaatser schaatsster wielrenner astronaut ruimtevaarder god godin held heldin
  verzetsheld verzetsstrijder dictator leider personage hoofdpersoon author writer poet painter king queen emperor president scientist inventor composer explorer
  cabaretier journalist politicus volksheld ridder reus draak tovenaar sint dominee vlogger youtuber pionier geleerde monnik meester-schilder figuur romanfiguur`),
)

/** Before the name of a maker: `de stelling van …`, `een roman van …`. */
export const works: ReadonlySet<string> = new Set(
  wordsOf(`stelling wet wetten theorie theorieën model principe formule methode taxonomie piramide driehoek zeef getallen rij schaal effect proef experiment paradox
  schilderij schilderijen kunstwerk kunstwerken beeld beelden ets portret zelfportret roman romans boek boeken prentenboek prentenboeken jeugdboek thriller
  symfonie sonate opera muziek compositie lied liedje song nummer film films serie strip toneelstuk sprookje sprookjes fabel fabels reizen reis ontdekking
  uitvinding regering bewind rijk leger dood moord slag wetenschap leer filosofie werk werken gedichten dagboek biografie leven tijd eeuw huis
  theorem law novel painting symphony poem play`),
)

/** Before something that is no person: places, titles and things. */
export const placeSigns: ReadonlySet<string> = new Set(
  wordsOf(`in te uit naar nabij rond rondom vanuit richting buiten stad dorp gemeente provincie land eiland rivier regio wijk straat vliegveld haven berg
  de het een 't dit deze elk elke ieder iedere geen onze ons hun mijn jouw uw een the a an this our
  methode app programma website site boek film serie spel game tool platform uitgeverij uitgever merk museum theater schouwburg school basisschool college lyceum
  lied project thema stichting vereniging partij bedrijf winkel krant tijdschrift magazine taal vak hoofdstuk paragraaf bron via`),
)

/** Particles of surnames, in small letters. */
export const particles: ReadonlySet<string> = new Set(
  wordsOf(
    `van de der den het 't ten ter te von zu el al ben bin ibn di da dos du la le los op in 't aan bij uit onder voor toe o' mac mc abu ait aït ould bint del della`,
  ),
)
