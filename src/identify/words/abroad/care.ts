import type { Abroad } from './languages.ts'

/** A right to use, care, room to run: „licences for a product“ are the product, unlike „a plugin for it“. */
export const RIGHTS_AND_CARE: Abroad = {
  fr: 'licenc- souscri- abonne- renouvel- redevance redevances héberg- logiciel logiciels droits accès maintenance support extension contrat services module modules comptes compte',
  it: 'licenz- sottoscri- abboname- rinnov- canone canoni manutenz- assistenz- supporto accesso accessi servizio servizi estensione contratto modulo moduli utenze hosting',
  es: 'licenc- suscri- subscri- renovaci- mantenim- soporte acceso accesos alojamiento módulo módulos ampliación servicio servicios contrato cuota',
  ca: 'llicènc- subscri- renovaci- manteniment suport accés accessos allotjament mòdul mòduls programari servei serveis ampliació contracte quota',
  pt: 'licenç- licencia- subscri- assinatur- renovaç- manuten- suporte acesso acessos alojamento módulo módulos serviço serviços contrato',
  ro: 'licenț- abonament- subscri- mentenanț- întrețin- suport suportul reînnoi- acces accesul prelungir- modul module servicii serviciu găzduir- extinder-',
  nl: '-licent- -abonnem- verlengin- -onderhoud ondersteun- toegang uitbreid- contract beheer gebruikers dienstverlening modules',
  sv: '-licens- -abonnem- prenumer- -underhåll- förnyels- förläng- åtkomst tillgång utökning drift avtal tjänst tjänster modul moduler uppgradering programvar-',
  da: '-licens- -abonnem- -vedligehold- fornyels- forlæng- adgang udvidelse drift aftale aftaler modul moduler opgradering programmel',
  no: '-lisens- -abonnem- -vedlikehold- fornyels- forleng- tilgang utvidelse drift avtale avtaler tjeneste tjenester modul oppgradering programvar-',
  fi: '-lisenssi- ylläpi- -tuki -tuen -tukipalvelu- käyttöoike- laajennus laajennukset jatkosopimus ohjelmisto- -palvelu -palvelut -palvelun päivity- moduuli tilaus tilaukset',
  et: '-litsents- -hooldus- -tugi tellimus tellimused kasutusõigus- juurdepääs- uuendami- pikendami- -tarkvara teenus teenused moodul',
  lv: 'licenc- abonem- abonē- uzturēšan- atbalst- piekļuv- pagarināš- lietošanas programmatūr- modulis moduļi pakalpojum-',
  lt: 'licencij- prenumerat- palaikym- priežiūr- prieig- pratęsim- atnaujinim- naudojim- nuoma nuomos modulis moduliai paslaug-',
  pl: '-licencj- subskryp- abonament- odnowien- przedłuż- wsparci- asyst- serwis- utrzyman- dostęp- rozszerz- moduł- oprogram- aktualiz- usług-',
  cs: 'licenc- předplat- subskrip- podpor- údržb- prodlouž- obnov- přístup- rozšíř- servis modul moduly provoz služb-',
  sk: 'licenc- predplat- subskrip- podpor- údržb- predĺž- obnov- prístup- rozšír- servis modul moduly softvér- prevádzk- služb-',
  sl: 'licenc- naročnin- vzdrževanj- podpor- podaljš- obnov- dostop- razširi- modul moduli najem gostovanj- storit-',
  hr: 'licenc- pretplat- održavanj- podršk- produlj- produž- obnov- pristup- proširenj- modul moduli najam uslug-',
  sr: 'licenc- pretplat- održavanj- podršk- produž- obnov- pristup- proširenj- modul moduli zakup uslug-',
  hu: '-licenc- előfizet- karbantart- támogat- hozzáfér- meghosszabb- megújít- bővít- szoftver- üzemeltet- szoftverkövet- modul modulok',
  bg: 'лиценз- абонамент- поддръжк- подновяван- удължаван- достъп- разширен- модул модули софтуер- хостинг- услуг-',
  el: 'άδει- συνδρομ- ανανέωσ- ανανεώσ- συντήρησ- υποστήριξ- πρόσβασ- επέκτασ- λογισμικ- φιλοξενί- υπηρεσί-',
  uk: 'ліценз- підписк- передплат- підтримк- супров- доступ- продовж- поновлен- розширен- модул- програмн- послуг-',
}
