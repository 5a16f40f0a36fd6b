import { wordsOf } from './words-of.ts'

/** Words that are written with a capital and name no person: days, languages, faiths, feasts, ages, brands, tools, organisations. */
export const properWords: ReadonlySet<string> = new Set(
  wordsOf(`
  januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  monday tuesday wednesday thursday friday saturday sunday january february march june july august october
  nederlands engels duits frans spaans italiaans latijn grieks turks arabisch berbers tamazight pools oekraïens russisch chinees mandarijn japans fries
  limburgs papiaments papiamento sranan sranantongo tigrinya somalisch farsi dari pasjtoe koerdisch hindi urdu portugees roemeens hongaars zweeds deens noors
  vlaams afrikaans hebreeuws bargoens nedersaksisch gronings nederlandse engelse duitse franse spaanse italiaanse romeinse griekse turkse
  marokkaanse amerikaanse europese afrikaanse aziatische russische chinese japanse belgische vlaamse friese hollandse limburgse brabantse zeeuwse
  amsterdamse rotterdamse utrechtse surinaamse antilliaanse indonesische indische javaanse poolse oekraïense syrische egyptische perzische arabische joodse
  joden nederlander nederlanders duitser duitsers fransen engelsen belgen amerikanen romeinen grieken batavieren kelten germanen franken friezen saksen
  vikingen noormannen azteken inca's inca maya's egyptenaren spanjaarden europeanen afrikanen aziaten turken marokkanen russen chinezen hollanders
  feniciërs perzen arabieren vandalen hunnen goten spartanen atheners watergeuzen geuzen molukkers surinamers indianen aboriginals inuit roma sinti
  christendom jodendom islam hindoeïsme boeddhisme bijbel koran thora tenach evangelie grondwet statenbijbel nieuwe oude testament hindoes boeddha
  kerst kerstmis pasen pinksteren hemelvaart hemelvaartsdag ramadan suikerfeest offerfeest chanoeka pesach divali diwali holi holifeest advent carnaval
  sinterklaas sint-maarten koningsdag bevrijdingsdag dodenherdenking keti koti prinsjesdag moederdag vaderdag valentijnsdag dierendag wereldoorlog oktoberrevolutie
  halloween thanksgiving oudjaar nieuwjaar goede paarse witte
  middeleeuwen renaissance verlichting oudheid prehistorie romantiek barok reformatie beeldenstorm opstand tachtigjarige tweede eerste koude holocaust shoah
  gouden eeuw voc wic industriële revolutie steentijd bronstijd ijzertijd klassieke republiek bataafse unie vrede plakkaat verlatinghe kolonialisme
  impressionisme kubisme expressionisme surrealisme stijl bauhaus jugendstil cobra nachtwacht guernica zonnebloemen melkmeisje victory boogie woogie
  google microsoft apple samsung facebook instagram tiktok whatsapp snapchat youtube twitter netflix spotify wikipedia amazon bol bol.com marktplaats ikea lego
  playmobil minecraft roblox fortnite pokémon pokemon disney pixar nintendo android windows linux chromebook chromebooks ipad ipads iphone word excel powerpoint
  teams zoom padlet kahoot kahoot! quizlet socrative mentimeter nearpod lessonup gynzy prowise classroom magister somtoday parnassys esis itslearning moodle
  canva scratch micro:bit microbit geogebra desmos python javascript html css arduino raspberry mbot bee-bot blue-bot beebot wordwall blooket bookwidgets
  squla snappet junior gynzykids bingel schooltv nos jeugdjournaal klokhuis npo bbc ted-ed duolingo leestrainer nieuwsbegrip blink faqta topondernemers
  pluspunt wizwijs rekenrijk alles telt getal ruimte moderne wiskunde wiskundig nectar pulsar nova systematisch natuurkunde overal chemie biologie
  staal taalverhaal taalactief taal-actief estafette kim-versie veilig leren lezen lijn3 kleuterplein onderbouwd schatkist puk kanjertraining
  buitenland geobas meander naut brandaan argus clou wijzer! wijzer zaken wereldoriëntatie stepping stones wrts engels groove.me
  cito iep dia route8 leerlingvolgsysteem slo duo rivm knmi knaw nro ocw kerndoel kerndoelen vmbo havo vwo mbo hbo wo po vo so vso pabo gymnasium atheneum
  mavo isk isk'ers praktijkonderwijs basisschool brugklas havist havisten vwo'er cbs nibud milieu centraal greenpeace unicef wwf who navo vn nato unesco ngo
  rode kruis amnesty tweede eerste kamer senaat provinciale staten raad parlement commissie unie vredespaleis rijksmuseum museum naturalis nemo boijmans
  mauritshuis stedelijk kröller-müller concertgebouw philips shell asml tata unilever heineken albert heijn jumbo lidl aldi hema action ah nike adidas
  ajax feyenoord psv az eredivisie olympische spelen wk ek elfstedentocht tour france wimbledon fifa uefa
  bloom binas dna rna mri gps ict ai chatgpt app apps quiz qr tv pc usb pdf led co2 h2o nh3 nacl ph abc adhd ocd dyslexie
  meneer mevrouw meester juf juffrouw dhr mevr mw ing ir drs dr prof mr ms mrs sir lord koning koningin prins prinses keizer keizerin paus president
  ministerie minister staten-generaal gemeente provincie rijkswaterstaat waterschap politie brandweer ggd leger belastingdienst
  mijn ons uw denktank stichting vereniging onderwijs onderwijsraad inspectie inspectorate vo-raad po-raad leerkracht lerarenraad universiteit hogeschool
  bewegend rekenwonders rekentuin taalzee jeelo daltonschool montessorischool jenaplan jenaplanschool vrijeschool vrije dalton stratosfeer
  cambridge goethe delf dele anglia cefr erk kunstzinnige tumult creative commons cc by open
  kws koningshuis oranje oranjehuis nassau habsburg bourbon tudor windsor romanov medici hertogdom sint sinten st
  pasen bastille versailles waterloo watt newton pascal joule celsius kelvin hertz volt ampère ohm decibel becquerel tesla richter beaufort
  pinterest oxo sudoku tangram memory bingo scrabble rummikub monopoly triviant domino dobble uno boggle ganzenbord mikado jenga
  excuses pisa timss pirls peil iep-toets leerkracht's corona covid covid-19 sars ebola pest aids hiv`),
)
