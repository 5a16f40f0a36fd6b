import { wordsOf } from './words-of.ts'

/**
 * First names that are also Dutch or English words, abbreviations, places or months: with a capital inside a sentence still names,
 * at the start of a sentence only where what follows says so, in small letters never by themselves.
 */
export const wordNames: ReadonlySet<string> = new Set(
  wordsOf(`
  erin made aart abel ada ali alp al am ama aman amber an ana and anger angel anne ante aron art arts asma aster aya ayo august aurora ave bas beer bel
  ben bente berk bert bever bo bob boa boaz boer bon bor born bos brecht bruno buse can carmen charlie cher chi christian claude coen cor
  cora chun dag dam dan dana dat daan dean delta demir den der desi dewi dian dick dien diep dina ding dirk dit doga don dora duc dung dunja
  eda efe ege ella elke els elzas en era ernst esra eva eve faith fay fee fei fien fiets finn fleur floor flora florence foppe fran frank
  frans fred frida gaan gan gel georgia germa gil gift goed grace greet groen guido gul guus hai han hans harm hart has hazal hazel heather
  hein heim hen hero hind hoa hold holly hong hoop hope hua huan hui iba ids ilse in ina indra ine inge iris is isa isla ivory ivy jack jade
  jan jane jans jasmijn jasper jet job joe jong jos joy juan jules julia july june kaap kader kai kan karel karin karma kas kay kaya keet
  kelly ken kees keer kick kids kim klaar klasse klok koen komt koning kop korte kris kus kwik la lan lang lara lars laura lava lea lee leen
  leer lei lena leo leon lente les lex li liam lian liefde lies lieve lilian lily lin linde ling link linus lion lis lisa lise lola lolke
  lon long lot lotte lou louis luc luca lucia lucht luna lune lux ly lynn maan maart maas mace mads mai maia maik maja makkelijk man mandy
  manon mans maps mar marco mare margriet maria marina marine mark marmer mars mart mary mas mats matt maud max may maya me mees mei mega
  melati melissa merel merle merlijn merlin met mette mia mick mila mille min mina mine minh minke minne minnie mira mist mo moed mohan moor
  mos muis my myrna na nacht nada nam nana nare negin nel nele nes nga ni nick niek niels nies niet nika nike nil nils nina nine no noa noah
  noel non noor noord nora nova nur obe oda of olga oliver on oost op oscar otto over paco page pam parker pascal pat paul pauline pema pen
  per peer petra philip pia piek piet pim pip pippa ploy pol poppy prem prince princess prins puck put quint ra raf ram ran raven rein reis
  rem ren rens rick rik rin rita ritske rob robin roel rojo rok rom roman romeo ron rong roos rosa rose rosa rosie rowan roy ruby rudi rui
  rumi sabel saar safa sage saga sagar sake salam salem sam sanne sara sari sem sena senna sera set shan shu sien siem siena sil silvan sina
  sita sky skip sofie sofia sol son sonny sonia sophia stan star stef stella sterre steven stijn stine stien storm sue sultan suma sun suus
  suze sun ster summer sven symfonie ta taal tal tala tam tan tango tao tara tas teams ted tein ten tes test thi thu tien tijd tijn tijs tim
  tina toets tobias tom ton toon toos top trang tree tri trui trinity trix troef truus tu tuan tuba tuin tune twan twin ufuk uit uma una val
  van vera vic victor victoria vigo vince vincent viola violet virginia vivian vlinder vogel vonk vos vuk vy wade ward warner water wei wen
  wende wes west wet wie wiebe wieke wies wil wild will willem willen willow willy winter wit wolf wolter wout xavier xia yes yi yin you yu
  yue zahra zain zee zeeland zena zeno zin zita zo zoë zon zus zwaan zwaar zwaantje zwier
  april avril augusta brent brook cees chad chelsea chi china chris cindy cairo dakota dallas denver doreen duncan earl eden elba eigen england
  forest francis gene giel israel islam jaffa jaime jena jordan jordi jura kenya kent lima lincoln london lorena lorraine lourdes madison
  malaga malta mercedes milan montana naam nancy nairobi norman orlando oman paris persia petra porto regina rhodes rio rome ross sahara
  salvador santiago savannah scott shannon sharon sidney sydney siena sofia tiffany troy tyrol venetië verona victoria vienna wales warren
  washington wesley york zaïra zürich
  adel appel arie bes bever bijl bloem brandon bron bus buur cas china cloud code coco corona dark dolf dora drie eik erwin fabel fabian fair
  feng flip flor fons force fries gans geert geest gems gilles ginger goran hal ham haas haan halil harrie heer heide henk hes hille ian ids ilo
  ion jip juf june jut kaat kader kalf kalle karst kast ketel keur kiki kit knar koe kol kom koos kort kuba kunst lach lade leg lente lies
  like lim line lint loes loge loot maat mara marie mark marten mast meer melk mens mi mij mik mila milo mini mole moses mug muna munt nap
  nar neel nina noot nu oase olie olie olm open orde osman pak pas peil per pien pil pin pit plus pret puk raam rand rat rechter reeks reina
  rijk ring ris rit roer rol rood ros rug rust sari schaap scheur sep sita slot smal snel soort spit spoor stem sterk stil stip straat
  taak tamar tap tekst teun tess tika tik tiny top trap treffer treintje tros tuin turbo uil uma veer vera vijver vink vis vlam volk vorm
  waar wang war was wax wies wim wind wouter zand zeb zilver zomer`),
)

/** Words in small letters that are no other word than that first name, short enough to doubt about in small letters. */
export const shortInSmallLetters = 3
