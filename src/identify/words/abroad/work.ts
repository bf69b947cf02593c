// Words by which people's work is bought, in languages of Europe other than German and English.
import { wordListOfLanguages } from '../word-list.ts'

/** Stems where nothing else begins so, whole words where something does: „instalaciones“ are premises, „oprogramowanie“ is software. */
export const isWorkWordAbroad = wordListOfLanguages({
  french: {
    are: `prestation prestations réparation réparations dépannage conseil conseils formation formations formateur formateurs développement
      développements accompagnement paramétrage déploiement reprise intégration assistance développeur développeurs implémentation
      étude études expertise expertises audits réalisation refonte prestataire prestataires intervenant intervenants`,
  },
  italian: {
    are: `riparazione riparazioni corso corsi consulenza consulenze consulenziale formazione sviluppo sviluppi assistenza configurazione
      configurazioni integrazione integrazioni sviluppatore sviluppatori implementazione implementazioni progettazione realizzazione
      addestramento migrazione migrazioni parametrizzazione personalizzazione personalizzazioni avviamento affiancamento installazione
      collaudo docenza perizia analisi`,
  },
  spanish: {
    are: `bolsa consultoría consultorías formación capacitación desarrollo desarrollos evolutivo evolutivos evolución implantación
      implantaciones implementación integración integraciones desarrollador desarrolladores migración migraciones asesoramiento asesoría
      auditoría auditorías peritaje curso cursos reparación reparaciones instalación configuración parametrización personalización
      asistencia diseño análisis despliegue`,
  },
  catalan: {
    are: `formació desenvolupament desenvolupaments evolutiu evolutius implantació implementació integració integracions migració
      migracions assessorament assessoria auditoria auditories reparació reparacions configuració parametrització curs capacitació
      assistència disseny anàlisi desplegament peritatge`,
  },
  portuguese: {
    are: `consultoria consultorias desenvolvimento desenvolvimentos formação formações implementação implementações integração integrações
      migração migrações reparação reparações capacitação treinamento parametrização configuração instalação assistência implantação
      análise desenvolvedor desenvolvedores programador programadores customização peritagem estudo`,
  },
  romanian: {
    are: `formare perfecționare școlarizare reparație reparația reparații reparațiile reparațiilor asistență asistența configurare
      configurarea proiectare proiectarea parametrizare personalizare instalare instalarea migrare migrarea migrării integrare integrarea
      integrării auditare auditarea auditul auditului elaborare elaborarea analiză analizei cursuri cursurilor`,
    begin: 'dezvolt instrui consultanț implementar implementăr',
  },
  dutch: {
    are: `reparatie reparaties evolutieve inhuur adviseur adviseurs advisering scholing bijscholing detachering onderzoek haalbaarheidsstudie
      installatie configuratie projectleider projectleiders realisatie uitrol aanpassing aanpassingen maatwerk dienstverlening ontwerp
      trainingen workshopreeks begeleidingstraject installateur installateurs ophangen patchen`,
    end: `cursus cursussen advies opleiding opleidingen ontwikkeling ontwikkelaar ontwikkelaars implementatie implementaties migratie migraties
      projectleiding begeleiding ondersteuning`,
  },
  swedish: {
    are: `införande installationer förstudie förstudier analys analyser driftsättning handledning granskning systemförvaltning
      applikationsförvaltning kurser`,
    end: `utbildning utbildningen utbildningar utbildningstjänster utbildningsinsats utbildningsinsatser utveckling utvecklingen utvecklare
      utvecklingstjänster rådgivning programmering implementering migrering utredning utredningar anpassning anpassningar projektledning
      projektledare reparation reparationer`,
    except: 'preparation',
    hold: 'konsultstöd konsulttj konsultinsats konsultuppdrag konsulthjälp konsultarvod konsultmedverkan konsultresurs',
  },
  danish: {
    are: `indførelse oplæring undersøgelse undersøgelser idriftsættelse uddannelse uddannelser efteruddannelse udviklere undervisning
      forundersøgelse kursusforløb`,
    end: `udvikling udvikler udviklingsydelser kursus tilpasning tilpasninger projektledelse projektleder bistand`,
    hold: 'konsulent',
  },
  norwegian: {
    are: `innføring veiledning installasjon konfigurasjon integrasjon integrasjoner utviklere utredninger prosjektleder prosjektledere`,
    end: `utvikling utvikler utviklingstjenester opplæring reparasjon reparasjoner prosjektledelse tilpasninger`,
  },
  finnish: {
    are: `integraatio integraatiot integraatiototeutus suunnittelu toteutus korjaus korjaukset testaus asennus asennukset räätälöinti
      vuokratyövoima kehityksen kehittämisen määrittely selvitys neuvonta`,
    begin: `koulutus koulutuks asiantuntijap asiantuntijat käyttöönot migraatio auditoin projektipäällik suunnittelupalv toteutuspalv
      korjauspalv asennuspalv asennustyö testauspalv valmennu kehittämispalv`,
    end: 'koulutus koulutukset kehitys kehitystyö kehittäminen palvelumuotoilu',
    hold: 'kehityspalvel konsultoin',
    except: 'koulutuskunta koulutusjärjest koulutusalusta koulutusympär koulutussovell',
  },
  estonian: {
    are: `remont remondi remonttööd remonditööd analüüs analüüsi uuring uuringu projektijuht integratsioon integreerimine integreerimise
      konsultant konsultandi arendajad`,
    begin: `arendus arendami koolitus koolitami nõustami juurutam juurutus paigaldus paigaldami seadistami auditeeri ekspertiis migreeri
      testimi projekteeri`,
    end: 'arendus arenduse arendustööd koolitus koolitused koolituse',
    except: 'arenduskeskus koolituskeskus koolitusluba',
  },
  latvian: {
    are: `remonts remonta remontu remontdarbi audita auditu kursi kursu semināri semināru analīze analīzes pētījums pētījumi pētījuma`,
    begin: `izstrād apmācīb ieviešan pilnveid uzstādīšan konfigurēšan migrācij integrācij ekspertīz testēšan programmēšan pielāgošan
      projektēšan remontēšan labošan`,
  },
  lithuanian: {
    are: `mokymai mokymų mokymus mokymas remontas remonto remontą remontai auditas audito auditą analizė analizės studija studijos kursai
      kursų seminarai seminarų ekspertizė ekspertizės`,
    begin: `kūrim diegim įdiegim vystym tobulinim taisym integravim migravim programavim projektavim testavim pritaikym konfigūravim
      įgyvendinim modernizavim apmokym`,
  },
  polish: {
    are: `szkoleń naprawa naprawy napraw naprawę rozwój rozwoju instalacja instalacji instalację analiza analizy analizę kursy kursów warsztaty
      warsztatów projektowanie projektowania programowanie programowania audytu programiści programistów`,
    begin: `szkoleni doradztw doradcz wdrożeni wdrażani opracowani migracj integracj konfiguracj audyt ekspertyz programistyczn wykonani
      dostosowani penetracyjn uruchomieni parametryzacj wytworzeni zaprojektowani`,
  },
  czech: {
    are: `rozvoj rozvoje oprava opravy oprav opravu auditu auditů analýza analýzy analýzu analýz instalace instalaci instalací migrace migraci
      migrací integrace integraci integrací úprava úpravy úprav tvorba tvorby kurzy kurzu kurzů seminář semináře seminářů posudek
      posouzení studii studií`,
    begin: `školení zaškolen proškolen vývoj implementac konzult poradensk poradenstv zaveden nasazen vytvořen programován programátorsk
      testován penetračn opravárensk auditorsk parametrizac rekvalifikač`,
    except: 'vývojov',
  },
  slovak: {
    are: `rozvoja opráv štúdia štúdie štúdiu inštalácia inštalácie inštaláciu inštalácií migrácia migrácie migráciu migrácií integrácia
      integrácie integráciu integrácií seminár semináre seminárov`,
    begin: 'zavedeni nasadeni vytvoreni programovani testovani',
  },
  slovenian: {
    are: `migracijo migraciji integracijo integraciji tečaj tečaja tečaji tečajev revizija revizije revizijo analize analizo študija študije
      študijo izdelava izdelave izdelavo razvoj razvoja`,
    begin: `usposabljanj svetovanj svetovaln izobraževanj uvedb popravil prilagoditev prilagoditv delavnic postavitev postavitv namestitev
      namestitv testiranj programiranj`,
  },
  croatian: {
    are: `migracija migracije migraciju integracija integracije integraciju obuka obuke obuku obuci popravak popravka popravci popravke popravaka
      izrada izrade izradu instalacija instalacije instalaciju studiju tečajevi`,
    begin: `edukacij savjetovanj savjetodavn uvođenj servisiranj prilagodb prilagođavanj radionic osposobljavanj usavršavanj`,
  },
  serbian: {
    are: `studija studije развој развоја обука обуке обуку обуци поправка поправке поправку поправки миграција миграције миграцију интеграција
      интеграције интеграцију израда израде израду ревизија ревизије ревизију анализа анализе анализу студија студије студију
      инсталација инсталације инсталацију`,
    begin: `savetovanj konsult саветовањ саветодавн консулт имплементац увођењ едукациј сервисирањ програмирањ тестирањ прилагођавањ
      усавршавањ`,
  },
  hungarian: {
    are: `migráció migrációs migrációja integráció integrációs integrációja tréning tréningek tréningje képzések képzést
      projektmenedzsment oktatások oktatást oktatási`,
    begin: 'auditál tesztelés szakértő szakértés testreszab programozás megvalósítás',
    end: `oktatás oktatása képzés képzése javítás javítása javítási tervezés tervezése telepítés telepítése elemzés elemzése felmérés
      tanulmány`,
    hold: 'fejlesztés tanácsad bevezetés tanfolyam',
    except: 'oktatásszerv',
  },
  bulgarian: {
    are: `развитие интеграция интеграции миграция миграции мигриране одит одита одити одитни анализ анализи курс курсове семинар семинари
      настройка настройки`,
    begin: `разработ обучени внедряван внедряв ремонт проучван изработ изграждан проектиран инсталиран програмиран тестван адаптиран
      експертиз усъвършенстван`,
  },
  greek: {
    are: `εγκατάσταση εγκατάστασης μελέτη μελέτης μελέτες σύμβουλος συμβούλου συμβούλων`,
    begin: `αναπτυξ εκπαιδευσ καταρτισ επιμορφωσ σεμιναρι συμβουλευτ υλοποιησ παραμετροποι μεταπτωσ επισκευ ενσωματωσ προσαρμογ
      σχεδιασμ εμπειρογνωμ`,
  },
  ukrainian: {
    are: `розвиток розвитку навчання інтеграція інтеграції інтеграцію міграція міграції міграцію аудит аудиту аналіз аналізу семінар семінари
      курси курсів`,
    begin: `розроб консульт впровадж запровадж доопрацюв дослідж тестуван налаштуван встановлен проєктуван проектуван програмуван
      тренінг створенн`,
  },
})

/** Several words that mean work only together; a text of words without marks. */
export const WORK_TOGETHER_ABROAD =
  / (?:mise (?:en (?:œuvre|oeuvre|place|service|production)|a niveau)|puesta en (?:marcha|servicio|produccion)|posada en (?:marxa|servei)|messa in (?:servizio|opera|esercizio)|entrada em (?:producao|exploracao)|punere\p{L}* in functiune|supporto specialistico|giornate uomo|horas de (?:trabajo|tecnico|trabalho)|prestations intellectuelles|uvedeni do provozu|uvedenie do prevadzky|pustanje u (?:rad|pogon)|пуштање у рад|въвеждане в експлоатация|введення в експлуатацію|uzembe helyezes\p{L}*|uvajanje v uporabo|підвищення кваліфікації|mokymo paslaug\p{L}*|ekspertu pakalpojum\p{L}*|θεση\p{L}* σε λειτουργια) /u

/** Getting something: what is got is said by what follows. */
export const isGettingWordAbroad = wordListOfLanguages({
  romance: {
    are: `fourniture fournitures acquisition achat achats fornitura forniture acquisto acquisti suministro suministros adquisición
      adquisiciones subministrament adquisició fornecimento aquisição aquisições furnizare furnizarea achiziție achiziția achiziționare
      achiziționarea`,
  },
  germanic: {
    are: `levering leveringen aankoop aanschaf leverans leveranser inköp anskaffning køb indkøb anskaffelse leverance kjøp innkjøp anskaffelser`,
  },
  finnic: { are: 'hankinta hankinnat toimitus hange ostmine hankimine tarne tarnimine' },
  baltic: { are: 'iegāde iegādes piegāde piegādes pirkimas pirkimai įsigijimas tiekimas' },
  slavic: {
    are: `dostawa dostawy zakup zakupu dodávka dodávky nákup nákupu pořízení obstaranie dobava nakup nabava isporuka набавка испорука доставка
      придобиване закупуване постачання закупівля придбання nabavka`,
  },
  hungarian: { are: 'beszerzés beszerzése szállítás szállítása' },
  greek: { are: 'προμήθεια προμήθειας αγορά' },
})

/** Those who develop: with a number so many who may use a thing, without one those who do the work. */
export const isDeveloperWord = wordListOfLanguages({
  german: { are: 'entwickler entwicklern entwicklerin entwicklerinnen' },
  english: { are: 'developer developers dev devs' },
  romance: {
    are: `développeur développeurs sviluppatore sviluppatori desarrollador desarrolladores desenvolupador desenvolupadors desenvolvedor
      desenvolvedores programador programadores programadors programmatori dezvoltator dezvoltatori programatori`,
  },
  germanic: { are: 'ontwikkelaar ontwikkelaars utvecklare udvikler udviklere utvikler utviklere' },
  finnic: { are: 'kehittäjä kehittäjää kehittäjät arendaja arendajat arendajad arendajale' },
  baltic: { are: 'izstrādātājs izstrādātāji izstrādātājiem programmētāji programuotojas programuotojai programuotojų kūrėjai kūrėjų' },
  slavic: {
    are: `programista programiści programistów deweloper deweloperów vývojář vývojáři vývojářů vývojár vývojári vývojárov programátor programátorů
      programátorov razvijalec razvijalcev razvijalci programer programera developera developeri програмер програмера разработчик
      разработчици разработчика програмист програмисти програміст програмістів розробник розробників розробники`,
  },
  hungarian: { are: 'fejlesztő fejlesztők fejlesztőnek programozó' },
  greek: { are: 'προγραμματιστές προγραμματιστών προγραμματιστής' },
})
