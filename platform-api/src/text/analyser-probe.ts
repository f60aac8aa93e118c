/** A text that exercises every rule of the analyser; an index keeps a hash of its words to notice changed rules. */
export const ANALYSER_PROBE = `Zoë’s café can't re-open at 10:30, said O'Brien; straße, smørrebrød, Œuvre and Łódź cost 1,250.50 €.
  Relational conditional rational valency hesitancy digitizer conformably radically differently vilely analogously
  vietnamization predication operator feudalism decisiveness hopefulness callousness formality sensitivity sensibility
  triplicate formative formalize electricity electrical goodness revival allowance inference airliner gyroscopic
  adjustable defensible irritant replacement adjustment dependent adoption communism activate angularity homologous
  effective bowdlerize probate rate cease controlling rolling caresses ponies ties caress cats feed agreed plastered bled
  motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky
  商談は来週です 价格太贵 ราคาแพง قِيمَة שָׁלוֹם हिन्दी भाषा Прайс-лист Ёлка`;
