import { wordsOf } from './words-of.ts'

/**
 * First names that are also Dutch or English words, abbreviations, places or months: with a capital inside a sentence still names,
 * at the start of a sentence only where what follows says so, in small letters never by themselves.
 */
export const wordNames: ReadonlySet<string> = new Set(
  wordsOf(`
  erin made abel ali alp al am ama aman amber an ana and anger angel anne ante art arts aster august aurora ave bas beer bel
  ben bente berk bever bo bob boa boaz boer bon bor born bos brecht buse can carmen cher chi cor
  cora chun dag dam dan dat dean delta demir den der desi dewi dick diep ding dirk dit don dung
  ege elke elzas en era ernst eve faith fay fee fei fiets fleur floor flora foppe frank
  frans gaan gan gel gil gift goed grace greet groen guido gul hai han harm hart has hazal hazel heather
  heim hen hero hind hoa hold holly hong hoop hope hua hui iba in ina iris is ivory jack jade
  jan jet job jong joy july kaap kader kai kan karma kas keet
  kelly keer kick kids kim klaar klasse klok komt koning kop korte kus kwik la lan lang lara lava lea lee leen
  leer lei lente les lex li liefde lies lieve lilian lily lin linde ling link lion lis
  lon long lot lotte lucht luna lux ly maan maart maas mace mai maia maik makkelijk man mandy
  mans maps mar marco mare margriet marina marine mark marmer mars mart mas matt max may me mei mega
  melati merel met mick mille min mine mist mo moed mohan moor
  mos muis my na nacht nada nam negin nes nga ni nies niet nika nike nils nine no
  non noord nova nur oda of on oost op over paco page parker pat pema pen
  per peer piek piet pip ploy pol poppy prem prince princess prins puck put quint ra raf ram ran raven rein reis
  rem ren rin rob rojo rok rom roman rong roos rosa rose rosa rosie rowan roy ruby
  rumi saar sage saga sagar salam salem sena sera set shan shu siena sil
  sky skip sol son star storm sultan suma sun
  sun ster summer symfonie ta taal tal tala tam tan tango tao tara tas teams ted tein ten tes test thi thu tien tijd tijn
  toets ton toos top trang tree tri trinity troef tuba tuin tune twin ufuk uit uma
  van viola violet vlinder vogel vonk vos vuk vy wade ward water wen
  west wet wie wieke wil wild will willen willow winter wit wolf yes yi yin you yu
  yue zain zee zeeland zin zo zon zus zwaan zwaar zwier
  april avril augusta brook cees chad chelsea chi china cairo dakota dallas denver earl eden elba eigen england
  forest gene giel israel islam jaffa jordan jordi jura kenya kent lima lincoln london lorraine madison
  malaga malta mercedes milan montana naam nancy nairobi orlando oman paris persia porto regina rhodes rio rome ross sahara
  salvador santiago savannah scott sharon sidney sydney siena troy tyrol venetië verona vienna wales warren
  washington york zaïra zürich
  appel bever bijl bloem brandon bron bus buur china cloud code coco corona dark drie eik fabel fair
  flip flor force fries gans geest gems ginger hal ham haas haan heer hille
  ion juf jut kaat kader kalf kalle karst kast ketel keur kit knar koe kol kom kort kuba kunst lach lade leg lente lies
  like lim line lint loes loge loot maat mara mark mast meer melk mens mi mij mini mole mug munt nap
  nar noot nu oase olie olie olm open orde pak pas peil per pil pin pit plus pret puk raam rand rat rechter reeks
  rijk ring rit roer rol rood ros rug rust schaap scheur slot smal snel soort spit spoor stem sterk stil stip straat
  taak tap tekst tik tiny top trap treffer treintje tros tuin turbo uil uma veer vijver vink vis vlam volk vorm
  waar wang war was wax wind zand zilver zomer meng`),
)
