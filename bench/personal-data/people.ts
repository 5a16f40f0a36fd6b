import type { Chance } from './chance.ts'

// Names for planting. `rare` was written without looking at the detector's lists; which of them are held out is asked of
// the lists when measuring. `composed` makes names that no list can know.

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

export const usual = words(`
  Sem Noor Daan Emma Lucas Julia Finn Mila Levi Sara Noah Tess Milan Zoë Luuk Sophie Bram Evi Thijs Saar Fatima Mohamed Yusuf Aylin Elif Emir Mehmet Zeynep Hamza
  Amira Youssef Salma Rania Bilal Ayoub Imane Khadija Naima Kwame Abena Efua Priya Rahul Shanti Anil Chen Mei Wei Linh Minh Jakub Zuzanna Oleksandr Sofiia
  Mykola Dmytro Agnieszka Kacper Giovanni Chiara Pablo Lucía João Inês Yara Tim Lotte Jeroen Marieke Wouter Sanne Femke Sjoerd Fenna Jelle Nynke Hidde Wietske
  Roos Storm Wil Jan Mark Linde Iris Jade Bas Max Ruby Amber Jasmijn Merel Bente Guus Teun Pim Puck Pien Floor Fleur Kees Piet Henk Ria Truus Anja Ingrid Wim`)

export const rare = words(`
  Xyrelle Atimpo Jairinho Zdravka Oluwadara Tshepiso Makafui Nthabiseng Ousseynou Aïssatou Fodé Djibril Kouassi Amoakohene Yevgenia Zlatka Svitozar Bronislava
  Radomil Vojtěch Ondřej Květa Zsombor Boglárka Csenge Ilinca Ruxandra Zamfir Dragomira Tsvetelina Desislava Plamen Ginevra Lodovica Iacopo Eustachio Maëlle Gwenaël
  Loïck Solenn Ianthe Thandiwe Sibusiso Nomvula Rutendo Tawanda Chipo Ngaio Aroha Kahurangi Leilani Kealoha Makoa Anouska Fabiolá Jorindel Fridolin Wigbold
  Hadewich Lutgard Godelieve Goedele Machteld Ermengard Reinoud Wendelien Sijbrand Tjaardtje Yldau Hylkje Eabeltsje Gerlof Oepke Tsjibbe Durkje Sjouktje Willemke Berendtje
  Geertruy Aletha Jerusha Keziah Zipporah Naftali Yitzhak Shoshana Yocheved Mordechai Dikla Anoush Siranush Vartan Nazeli Gohar Lusik Zurab Tinatin Nugzar
  Temirlan Aizhan Gulnora Dilshod Farrukh Shahnoza Bekzod Odina Zebiniso Parvona Khurshid Tserendorj Enkhjargal Batbayar Nomin Saruul Anurak Kittisak Chanthavy Sopheap
  Bounmy Khamla Sovann Thiri Nandar Yupanqui Itzel Xochitl Citlali Nahuel Ayelén Millaray Guadalupe Concepción Eufemia Perpetua Ambrosius Crispijn Evarist Gommaar Odiel
  Tjarda Wieneke Jorieke Elanor Evony Jaedyn Kaelyn Shaylee Dwaynel Raffayel Tyreese Lyshandro Jahmairo Sherwendy Rishantely Ziggy Lowieke Merlinde Philou Sanneloes
  Abdulsamad Ubaydullah Shukriya Nasiba Hoodo Caaliya Xaawo Qalid Guleed Tirsit Bethlehem Henok Natnail Kibrom Senayit Awet Mihret Sosina Zewdu
  Wijnanda Ottolien Jeltsje Aebeltje Ymkje Frederieke Annebeth Roosmarie Liselore Marijelle Joralien Sterrin Jolijnke Thijmon Luukas Jurrean Mattheus Joépie Ghislaine`)

const onsets = words('B Br D Dj F G H J Jor K Kj L Lu M Mar N Nad P R Ro S Sha T Tar V W Wil Y Z Za Chr Th')
const middles = words('a e i o u ai ea ia io an en in el ar er iss enn al yl ev arr ist aly')
const codas = words(
  'ra na la mi ko ke no ron reth lis dra mar sha tin zia nelle rique lyn dan sto vio ya sh wen bert mira lot ndo tje',
)

/** A name of syllables, such as Djarinelle: no list has it but by chance. */
export const composed = (chance: Chance) =>
  chance.pick(onsets) +
  chance.pick(middles) +
  (chance.next() < 0.3 ? chance.pick(words('l r n v d s')) + chance.pick(middles) : '') +
  chance.pick(codas)

/** Another spelling of a usual name, as parents choose: a letter doubled, i for y, k for c, ph for f, an h behind it. */
export const respelt = (chance: Chance) => {
  const name = chance.pick(usual)
  const ways: readonly ((name: string) => string)[] = [
    (each) => each.replace(/i(?=[a-z])/u, 'y'),
    (each) => each.replace(/c/u, 'k'),
    (each) => each.replace(/f/u, 'ph'),
    (each) => `${each}h`,
    (each) => each.replace(/([lnst])(?=[aeiouy])/u, '$1$1'),
    (each) => each.replace(/([aeiou])$/u, '$1h'),
  ]
  const changed = chance.pick(ways)(name)
  return changed === name ? `${name}lyn` : changed
}

export const family = words(`
  Jansen|de_Vries|van_den_Berg|Bakker|Visser|Smit|Meijer|de_Boer|Mulder|de_Groot|Bos|Vos|Peters|Hendriks|van_Leeuwen|Dekker|Brouwer|de_Wit|Dijkstra|Smits|de_Graaf|van_der_Meer
  Yılmaz|Kaya|Demir|El_Idrissi|Bouzidi|Ait_Said|Ben_Ali|Nguyen|Owusu|Mensah|Ramdin|Kowalska|Shevchenko|van_'t_Hof|in_'t_Veld|op_den_Kelder|ter_Braak|ten_Have
  Vreugdenhil|Schoonderwoerd|Hoogerwerf|Kwakernaak|Zonnebeld|Oudejans|Tromperink|Wijnschenk|Ploegmakers|Spierenburg|Bierhuizen|Groothedde|Nkrumah-Osei|Szczepańska|Wijesinghe
  Adebowale|Tesfamariam|Kertosentono|Haverhoek|Uiterwijk|Dönmezoğlu|Bentaleb|Ouchène|Yıldırımlı|Ahmadzai|Barakzai|Gebreyesus|Lobatto|Croonenberg`).flatMap(
  (line) => line.split('|').map((name) => name.replaceAll('_', ' ')),
)
