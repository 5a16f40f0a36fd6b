/** Names that could be anybody's: the demo's people are made of these, none of them exists. */
export const firstNames = (
  'Aisha Anouk Bart Bram Carlijn Daan Deniz Eline Emre Esther Fatima Femke Floor Gijs Hanna Hassan Ilse Imane Jasper ' +
  'Jeroen Joris Karim Kim Laura Lieke Linde Lotte Maaike Maarten Marjan Mehmet Merel Mieke Mirjam Naomi Nienke Noor ' +
  'Olga Pieter Rachid Renske Rianne Robin Roos Ruben Sanne Sara Sjoerd Soraya Stijn Tamara Teun Thijs Tobias Ümit ' +
  'Vera Willemijn Yara Yusuf Zeynep'
).split(' ')

export const lastNames = (
  'Abdi|Aksoy|van den Akker|Amrani|Baas|Bakker|van Beek|Benali|Bierma|Blom|de Boer|Bos|Brouwer|El Bakkali|Demir|' +
  'van Dijk|Dijkstra|van Dongen|Elzinga|de Graaf|Groen|de Groot|Haddou|van der Heide|Hendriks|Hofman|Idrissi|Jacobs|' +
  'Jansma|de Jong|Kaya|Kuiper|van Leeuwen|Lopes|Maas|Meijer|van der Meulen|Mulder|Nijboer|Oosterhof|Öztürk|Peters|' +
  'Postma|Prins|Rietveld|Ramdin|de Ruiter|Schouten|Sluis|Smeets|Tahiri|Timmer|van Vliet|Veenstra|Verhoeven|Visser|' +
  'de Vries|Wiersma|Yıldız|Zwart'
).split('|')
