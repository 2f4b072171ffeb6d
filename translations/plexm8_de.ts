<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>account::Address</name>
    <message>
        <source>This is not an address of a server. It looks like 192.168.1.20:32400 or https://plex.example.org.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht aus wie 192.168.1.20:32400 oder https://plex.example.org.</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>Die Adresse darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>This address is public and not encrypted, so others could read the sign-in. Use an address that starts with https.</source>
        <translation>Diese Adresse ist öffentlich und unverschlüsselt, andere könnten die Anmeldung mitlesen. Eine Adresse verwenden, die mit https beginnt.</translation>
    </message>
</context>
<context>
    <name>account::Capability</name>
    <message>
        <source>Needs a connection to a Plex server. Add one first.</source>
        <translation>Erfordert die Verbindung mit einem Plex-Server. Zuerst einen hinzufügen.</translation>
    </message>
    <message>
        <source>The server is just being connected.</source>
        <translation>Die Verbindung mit dem Server wird gerade hergestellt.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in any more. Connect again.</source>
        <translation>Der Server akzeptiert diese Anmeldung nicht mehr. Neu verbinden.</translation>
    </message>
    <message>
        <source>Offline: the server cannot be reached right now.</source>
        <translation>Offline: Der Server ist im Moment nicht erreichbar.</translation>
    </message>
    <message>
        <source>Needs the server&apos;s owner.</source>
        <translation>Das kann nur der Besitzer des Servers.</translation>
    </message>
    <message>
        <source>Needs the server&apos;s owner, %1.</source>
        <translation>Das kann nur der Besitzer des Servers, %1.</translation>
    </message>
    <message>
        <source>Needs Plex Pass.</source>
        <translation>Erfordert Plex Pass.</translation>
    </message>
    <message>
        <source>Needs Plex Pass. The server tells only its owner whether it has one.</source>
        <translation>Erfordert Plex Pass. Ob der Server einen hat, verrät er nur seinem Besitzer.</translation>
    </message>
    <message>
        <source>Needs a Plex account: this server was added by its address.</source>
        <translation>Erfordert ein Plex-Konto: Dieser Server wurde über seine Adresse hinzugefügt.</translation>
    </message>
    <message>
        <source>Needs a Plex Home: this account belongs to none.</source>
        <translation>Erfordert ein Plex Home: Dieses Konto gehört zu keinem.</translation>
    </message>
    <message>
        <source>Offline: plex.tv cannot be reached right now.</source>
        <translation>Offline: plex.tv ist im Moment nicht erreichbar.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Mediathek</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Laufende Aktualisierung</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Managing the server</source>
        <translation>Server verwalten</translation>
    </message>
    <message>
        <source>The server&apos;s similar tracks and lyrics</source>
        <translation>Ähnliche Titel und Liedtexte vom Server</translation>
    </message>
    <message>
        <source>Checking the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Switching users</source>
        <translation>Benutzer wechseln</translation>
    </message>
    <message>
        <source>Signing out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>No Plex account is signed in.</source>
        <translation>Kein Plex-Konto ist angemeldet.</translation>
    </message>
    <message>
        <source>Films and series from TMDB</source>
        <translation>Filme und Serien von TMDB</translation>
    </message>
    <message>
        <source>Needs a key for TMDB.</source>
        <translation>Erfordert einen Schlüssel für TMDB.</translation>
    </message>
</context>
<context>
    <name>account::Connector</name>
    <message>
        <source>The server does not accept this token. Sign in again or enter another one.</source>
        <translation>Der Server akzeptiert dieses Token nicht. Erneut anmelden oder ein anderes eingeben.</translation>
    </message>
    <message>
        <source>This user has no access to the server.</source>
        <translation>Dieser Benutzer hat keinen Zugriff auf den Server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid for this address. Use the name that it was issued to. When connecting by address, the window can also trust it.</source>
        <translation>Das Zertifikat des Servers gilt nicht für diese Adresse. Den Namen verwenden, auf den es ausgestellt ist. Beim Verbinden über die Adresse kann ihm im Fenster auch vertraut werden.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check the address, and whether the server runs.</source>
        <translation>Unter dieser Adresse antwortet nichts. Prüfen, ob die Adresse stimmt und der Server läuft.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The server is starting or busy. Try again in a minute.</source>
        <translation>Der Server startet gerade oder ist ausgelastet. In einer Minute erneut versuchen.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a Plex Media Server.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber es ist kein Plex Media Server.</translation>
    </message>
    <message>
        <source>Only the local network may be used for this server, and it has no address there. The connection settings change that.</source>
        <translation>Für diesen Server ist nur das lokale Netzwerk erlaubt, und dort hat er keine Adresse. Das lässt sich in den Verbindungseinstellungen ändern.</translation>
    </message>
    <message>
        <source>No address of this server is known that may be used.</source>
        <translation>Von diesem Server ist keine Adresse bekannt, die verwendet werden darf.</translation>
    </message>
    <message>
        <source>The server does not answer in the local network, and only that may be used. The connection settings change that.</source>
        <translation>Der Server antwortet nicht im lokalen Netzwerk, und nur dieses ist erlaubt. Das lässt sich in den Verbindungseinstellungen ändern.</translation>
    </message>
    <message>
        <source>None of the server&apos;s addresses answers. Check the network, and whether the server runs.</source>
        <translation>Keine Adresse des Servers antwortet. Prüfen, ob das Netzwerk funktioniert und der Server läuft.</translation>
    </message>
    <message>
        <source>Connected in the local network.</source>
        <translation>Verbunden im lokalen Netzwerk.</translation>
    </message>
    <message>
        <source>Connected over the internet: no local address of the server answers.</source>
        <translation>Verbunden über das Internet: Keine lokale Adresse des Servers antwortet.</translation>
    </message>
    <message>
        <source>Connected over the internet.</source>
        <translation>Verbunden über das Internet.</translation>
    </message>
    <message>
        <source>Connected through Plex&apos;s relay, which is slow: no address of the server answers directly.</source>
        <translation>Verbunden über das langsame Relay von Plex: Keine Adresse des Servers antwortet direkt.</translation>
    </message>
    <message>
        <source>In the local network it answers only without encryption, which the connection settings can allow.</source>
        <translation>Im lokalen Netzwerk antwortet er nur unverschlüsselt; das lässt sich in den Verbindungseinstellungen erlauben.</translation>
    </message>
    <message>
        <source>This account has no access to the server any more.</source>
        <translation>Dieses Konto hat keinen Zugriff mehr auf den Server.</translation>
    </message>
    <message>
        <source>Enter a token, or sign in.</source>
        <translation>Ein Token eingeben oder anmelden.</translation>
    </message>
    <message>
        <source>In this network the server answers only without encryption. Who can listen there could read the sign-in, so nothing was sent; the connection settings can allow it.</source>
        <translation>In diesem Netzwerk antwortet der Server nur unverschlüsselt. Wer dort mithört, könnte die Anmeldung lesen; deshalb wurde nichts gesendet. In den Verbindungseinstellungen lässt es sich erlauben.</translation>
    </message>
    <message>
        <source>The server gives two different answers to who it is. Try again.</source>
        <translation>Der Server gibt zwei verschiedene Antworten darauf, wer er ist. Erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>account::Environment</name>
    <message>
        <source>%1 may only be an http address of this machine (127.0.0.1).</source>
        <translation>%1 darf nur eine http-Adresse dieses Rechners sein (127.0.0.1).</translation>
    </message>
    <message>
        <source>PLEXM8_SERVER_URL cannot be used. %1</source>
        <translation>PLEXM8_SERVER_URL ist nicht verwendbar. %1</translation>
    </message>
</context>
<context>
    <name>account::Pins</name>
    <message>
        <source>The certificate of this address cannot be trusted by hand.</source>
        <translation>Dem Zertifikat dieser Adresse kann nicht von Hand vertraut werden.</translation>
    </message>
</context>
<context>
    <name>account::PlexAccounts</name>
    <message>
        <source>This account is not signed in any more. Sign in again.</source>
        <translation>Dieses Konto ist nicht mehr angemeldet. Erneut anmelden.</translation>
    </message>
    <message>
        <source>This account is not signed in any more.</source>
        <translation>Dieses Konto ist nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>The secret store of the desktop cannot be reached from here, and the sign-in of this account may be in it. Use PlexM8 in the desktop&apos;s session, or sign in again.</source>
        <translation>Der Passwortspeicher des Desktops ist von hier aus nicht erreichbar, und die Anmeldung dieses Kontos liegt vielleicht darin. PlexM8 in der Sitzung des Desktops verwenden oder erneut anmelden.</translation>
    </message>
</context>
<context>
    <name>account::Race</name>
    <message>
        <source>Another server answers at this address now.</source>
        <translation>Unter dieser Adresse antwortet jetzt ein anderer Server.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>account::SelfCheckRun</name>
    <message>
        <source>Plex account</source>
        <translation>Plex-Konto</translation>
    </message>
    <message>
        <source>The server was given by its address and a token, so plex.tv is not needed.</source>
        <translation>Der Server wurde mit Adresse und Token angegeben, plex.tv wird nicht gebraucht.</translation>
    </message>
    <message>
        <source>Published addresses</source>
        <translation>Veröffentlichte Adressen</translation>
    </message>
    <message>
        <source>Given by hand.</source>
        <translation>Von Hand angegeben.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Erneut anmelden.</translation>
    </message>
    <message>
        <source>The server is tried at its addresses of last time.</source>
        <translation>Der Server wird unter seinen letzten Adressen gesucht.</translation>
    </message>
    <message>
        <source>plex.tv could not be asked.</source>
        <translation>plex.tv konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>plex.tv accepts the sign-in.</source>
        <translation>plex.tv akzeptiert die Anmeldung.</translation>
    </message>
    <message>
        <source>This account may not use the server any more.</source>
        <translation>Dieses Konto darf den Server nicht mehr nutzen.</translation>
    </message>
    <message>
        <source>Ask its owner to share it again, or forget it here.</source>
        <translation>Den Besitzer um eine neue Freigabe bitten oder den Server hier entfernen.</translation>
    </message>
    <message>
        <source>The server tells plex.tv that it runs, and where.</source>
        <translation>Der Server meldet plex.tv, dass er läuft und wo.</translation>
    </message>
    <message>
        <source>The server has not told plex.tv lately that it runs.</source>
        <translation>Der Server hat plex.tv zuletzt nicht gemeldet, dass er läuft.</translation>
    </message>
    <message>
        <source>Check that it runs and has a way to the internet.</source>
        <translation>Prüfen, ob er läuft und einen Weg ins Internet hat.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>The connection settings of the server allow none of its addresses.</source>
        <translation>Die Verbindungseinstellungen des Servers erlauben keine seiner Adressen.</translation>
    </message>
    <message>
        <source>Choose another way to connect to this server.</source>
        <translation>Einen anderen Weg zu diesem Server wählen.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Sonic analysis</source>
        <translation>Klanganalyse</translation>
    </message>
    <message>
        <source>There is no address to try.</source>
        <translation>Es gibt keine Adresse zum Probieren.</translation>
    </message>
    <message>
        <source>All names are known in this network.</source>
        <translation>Alle Namen sind in diesem Netzwerk bekannt.</translation>
    </message>
    <message>
        <source>Not known here: %1</source>
        <translation>Hier nicht bekannt: %1</translation>
    </message>
    <message>
        <source>The router hides names that lead to private addresses (DNS rebinding protection). Allow plex.direct in its settings, or allow an unencrypted connection in the local network.</source>
        <translation>Der Router verbirgt Namen, die zu privaten Adressen führen (DNS-Rebind-Schutz). In seinen Einstellungen plex.direct erlauben, oder eine unverschlüsselte Verbindung im lokalen Netzwerk zulassen.</translation>
    </message>
    <message>
        <source>Check the address, and the DNS server of this network.</source>
        <translation>Die Adresse und den DNS-Server dieses Netzwerks prüfen.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet nichts.</translation>
    </message>
    <message>
        <source>Check that the server runs, that this computer is in its network, and that no firewall is in between. From elsewhere, remote access must be on in the server&apos;s settings.</source>
        <translation>Prüfen, ob der Server läuft, ob dieser Computer in seinem Netzwerk ist und ob keine Firewall dazwischensteht. Von außerhalb muss in den Einstellungen des Servers der Fernzugriff eingeschaltet sein.</translation>
    </message>
    <message>
        <source>Open: %1.</source>
        <translation>Offen: %1.</translation>
    </message>
    <message>
        <source>Open: %1. Silent: %2.</source>
        <translation>Offen: %1. Stumm: %2.</translation>
    </message>
    <message>
        <source>The connection does not leave this computer.</source>
        <translation>Die Verbindung verlässt diesen Computer nicht.</translation>
    </message>
    <message>
        <source>The server answers without encryption only.</source>
        <translation>Der Server antwortet nur unverschlüsselt.</translation>
    </message>
    <message>
        <source>No encrypted address answers.</source>
        <translation>Keine verschlüsselte Adresse antwortet.</translation>
    </message>
    <message>
        <source>Turn on secure connections in the server&apos;s settings.</source>
        <translation>In den Einstellungen des Servers sichere Verbindungen einschalten.</translation>
    </message>
    <message>
        <source>Something else may be listening at %1.</source>
        <translation>Unter %1 lauscht vielleicht etwas anderes.</translation>
    </message>
    <message>
        <source>The certificate is valid.</source>
        <translation>Das Zertifikat ist gültig.</translation>
    </message>
    <message>
        <source>You trust this certificate by hand.</source>
        <translation>Diesem Zertifikat wird von Hand vertraut.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted. %2</source>
        <translation>Das Zertifikat von %1 wird nicht akzeptiert. %2</translation>
    </message>
    <message>
        <source>Use the address that plex.tv publishes; or, if it is your own certificate, connect by address, which takes a token of the server, and trust the certificate there.</source>
        <translation>Die Adresse verwenden, die plex.tv veröffentlicht. Ist es ein eigenes Zertifikat: über die Adresse und mit einem Token des Servers verbinden und dem Zertifikat dort vertrauen.</translation>
    </message>
    <message>
        <source>The right server answers at %1.</source>
        <translation>Unter %1 antwortet der richtige Server.</translation>
    </message>
    <message>
        <source>The server is starting or busy.</source>
        <translation>Der Server startet gerade oder ist ausgelastet.</translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>Eine Minute warten und erneut versuchen.</translation>
    </message>
    <message>
        <source>Another server answers at %1.</source>
        <translation>Unter %1 antwortet ein anderer Server.</translation>
    </message>
    <message>
        <source>This computer may be in another network than the server.</source>
        <translation>Dieser Computer ist vielleicht in einem anderen Netzwerk als der Server.</translation>
    </message>
    <message>
        <source>No Plex Media Server answers.</source>
        <translation>Es antwortet kein Plex Media Server.</translation>
    </message>
    <message>
        <source>Check the address and its port, which is usually 32400, and restart the server.</source>
        <translation>Adresse und Port prüfen (üblich ist 32400) und den Server neu starten.</translation>
    </message>
    <message>
        <source>The server was not reached.</source>
        <translation>Der Server wurde nicht erreicht.</translation>
    </message>
    <message>
        <source>There is no token for this server here.</source>
        <translation>Für diesen Server gibt es hier kein Token.</translation>
    </message>
    <message>
        <source>The token was not sent without encryption.</source>
        <translation>Das Token wurde nicht unverschlüsselt gesendet.</translation>
    </message>
    <message>
        <source>Turn on secure connections in the server&apos;s settings, or allow an unencrypted connection in the local network.</source>
        <translation>In den Einstellungen des Servers sichere Verbindungen einschalten oder eine unverschlüsselte Verbindung im lokalen Netzwerk zulassen.</translation>
    </message>
    <message>
        <source>The server was not asked.</source>
        <translation>Der Server wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>The server does not accept the token.</source>
        <translation>Der Server akzeptiert das Token nicht.</translation>
    </message>
    <message>
        <source>Wait a minute and try again. If it stays so, restart the server.</source>
        <translation>Eine Minute warten und erneut versuchen. Bleibt es dabei, den Server neu starten.</translation>
    </message>
    <message>
        <source>The server accepts the token.</source>
        <translation>Der Server akzeptiert das Token.</translation>
    </message>
    <message>
        <source>It is a server of your own.</source>
        <translation>Es ist ein eigener Server.</translation>
    </message>
    <message>
        <source>The server belongs to somebody else: what only its owner may do is not offered.</source>
        <translation>Der Server gehört jemand anderem: Was nur der Besitzer darf, wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The server belongs to %1: what only its owner may do is not offered.</source>
        <translation>Der Server gehört %1: Was nur der Besitzer darf, wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The server&apos;s similar tracks need Plex Pass.</source>
        <translation>Ähnliche Titel vom Server erfordern Plex Pass.</translation>
    </message>
    <message>
        <source>Get Plex Pass for the server&apos;s account, or do without: the rest works.</source>
        <translation>Plex Pass für das Konto des Servers besorgen oder darauf verzichten: Alles andere funktioniert.</translation>
    </message>
    <message>
        <source>There is no music on the server.</source>
        <translation>Auf dem Server ist keine Musik.</translation>
    </message>
    <message>
        <source>Add a library of music on the server, or ask its owner to share one.</source>
        <translation>Auf dem Server eine Musikmediathek hinzufügen oder den Besitzer um die Freigabe einer solchen bitten.</translation>
    </message>
    <message>
        <source>Turn on sonic analysis in the settings of the server&apos;s library.</source>
        <translation>Die Klanganalyse in den Einstellungen der Mediathek auf dem Server einschalten.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner for sonic analysis, which needs Plex Pass.</source>
        <translation>Den Besitzer des Servers um die Klanganalyse bitten; sie erfordert Plex Pass.</translation>
    </message>
    <message>
        <source>Of %L1 tracks looked at %L2 are analysed: the server knows what is similar to them.</source>
        <translation>Von %L1 geprüften Titeln sind %L2 analysiert: Der Server weiß, was ihnen ähnlich ist.</translation>
    </message>
    <message>
        <source>Of %L1 tracks looked at none is analysed: the server knows nothing similar.</source>
        <translation>Von %L1 geprüften Titeln ist keiner analysiert: Der Server kennt nichts Ähnliches.</translation>
    </message>
</context>
<context>
    <name>account::SignInPoll</name>
    <message>
        <source>The code has expired before the sign-in was confirmed. Begin again.</source>
        <translation>Der Code ist abgelaufen, bevor die Anmeldung bestätigt wurde. Von vorn beginnen.</translation>
    </message>
</context>
<context>
    <name>account::TokenStore</name>
    <message>
        <source>The file that keeps the sign-in cannot be used.</source>
        <translation>Die Datei mit der Anmeldung lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>No sign-in is stored for this server.</source>
        <translation>Für diesen Server ist keine Anmeldung gespeichert.</translation>
    </message>
    <message>
        <source>The system&apos;s store for passwords is locked. Unlock it and try again.</source>
        <translation>Der Passwortspeicher des Systems ist gesperrt. Entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The system&apos;s store for passwords refused access.</source>
        <translation>Der Passwortspeicher des Systems hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>This system has no store for passwords that can be used.</source>
        <translation>Dieses System hat keinen Passwortspeicher, der sich nutzen lässt.</translation>
    </message>
</context>
<context>
    <name>app::Autostart</name>
    <message>
        <source>What the session starts could not be changed.</source>
        <translation>Was die Sitzung startet, konnte nicht geändert werden.</translation>
    </message>
</context>
<context>
    <name>app::Backups</name>
    <message>
        <source>The daily copy of what you made could not be written. What you made itself is safe.</source>
        <translation>Die tägliche Kopie der eigenen Daten konnte nicht geschrieben werden. Die Daten selbst sind sicher.</translation>
    </message>
    <message>
        <source>The file with what you made is damaged. Start the program again: its last copy takes its place.</source>
        <translation>Die Datei mit den eigenen Daten ist beschädigt. Das Programm neu starten: Die letzte Kopie tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>The file with what you made is damaged, and its copy cannot be put in its place.</source>
        <translation>Die Datei mit den eigenen Daten ist beschädigt, und ihre Kopie kann sie nicht ersetzen.</translation>
    </message>
    <message>
        <source>The file with what you made is damaged. Close all other windows of this program and start it again: its last copy takes its place.</source>
        <translation>Die Datei mit den eigenen Daten ist beschädigt. Alle anderen Fenster dieses Programms schließen und es neu starten: Die letzte Kopie tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>The file with what you made is damaged, and there is no copy of it that can be read: %1. Put a copy of your own in its place, or move it away to begin with an empty one.</source>
        <translation>Die Datei mit den eigenen Daten ist beschädigt, und es gibt keine lesbare Kopie davon: %1. Eine eigene Kopie an ihre Stelle legen, oder sie verschieben, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>The file with what you made is missing, and none of its copies can be read: %1. Put a copy of your own there, or move the folder &quot;backups&quot; away to begin with an empty one.</source>
        <translation>Die Datei mit den eigenen Daten fehlt, und keine ihrer Kopien ist lesbar: %1. Eine eigene Kopie dorthin legen, oder den Ordner &quot;backups&quot; verschieben, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>The file with what you made was missing; its copy of %1 has taken its place.</source>
        <translation>Die Datei mit den eigenen Daten fehlte; ihre Kopie vom %1 ist an ihre Stelle getreten.</translation>
    </message>
    <message>
        <source>The file with what you made was damaged; its copy of %1 has taken its place.</source>
        <translation>Die Datei mit den eigenen Daten war beschädigt; ihre Kopie vom %1 ist an ihre Stelle getreten.</translation>
    </message>
    <message>
        <source>What you did after that is not in the history any more and cannot be undone there. What was not sent to the server yet has to be done again.</source>
        <translation>Was danach geschah, steht nicht mehr im Verlauf und lässt sich dort nicht rückgängig machen. Was noch nicht an den Server gesendet war, muss wiederholt werden.</translation>
    </message>
    <message>
        <source>The damaged file is kept: %1</source>
        <translation>Die beschädigte Datei bleibt erhalten: %1</translation>
    </message>
</context>
<context>
    <name>app::Caches</name>
    <message>
        <source>There is no such cache: library and artwork exist.</source>
        <translation>Diesen Zwischenspeicher gibt es nicht: library und artwork gibt es.</translation>
    </message>
</context>
<context>
    <name>app::Desktop</name>
    <message>
        <source>The server could not be connected.</source>
        <translation>Die Verbindung mit dem Server ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>No copy of your data was made today.</source>
        <translation>Heute wurde keine Kopie der eigenen Daten angelegt.</translation>
    </message>
    <message>
        <source>There is no connection to the server that has this track.</source>
        <translation>Es gibt keine Verbindung zu dem Server, der diesen Titel hat.</translation>
    </message>
    <message>
        <source>The server could not be opened.</source>
        <translation>Der Server konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The server could not be forgotten.</source>
        <translation>Der Server konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The account could not be signed out.</source>
        <translation>Das Konto konnte nicht abgemeldet werden.</translation>
    </message>
    <message>
        <source>This computer is signed out, but plex.tv could not be told. Remove PlexM8 from the authorised devices of your account there.</source>
        <translation>Dieser Computer ist abgemeldet, aber plex.tv konnte das nicht mitgeteilt werden. PlexM8 dort aus den autorisierten Geräten des Kontos entfernen.</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>Die Demo konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The music is being read.</source>
        <translation>Die Musik wird eingelesen.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
</context>
<context>
    <name>app::Ground</name>
    <message>
        <source>The settings cannot be read, and a change may not be kept: %1</source>
        <translation>Die Einstellungen können nicht gelesen werden, und Änderungen bleiben vielleicht nicht erhalten: %1</translation>
    </message>
    <message>
        <source>The settings are those of a later version of PlexM8. They are kept as “%1”, and this version begins with its own.</source>
        <translation>Die Einstellungen stammen von einer späteren Version von PlexM8. Sie bleiben als „%1“ erhalten, und diese Version beginnt mit eigenen.</translation>
    </message>
    <message>
        <source>The settings were damaged. They are kept as “%1”, and PlexM8 begins with new ones.</source>
        <translation>Die Einstellungen waren beschädigt. Sie bleiben als „%1“ erhalten, und PlexM8 beginnt mit neuen.</translation>
    </message>
    <message>
        <source>This folder cannot be written to: %1</source>
        <translation>In diesen Ordner kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>This folder cannot be written to, so what is done now is forgotten at the end: %1</source>
        <translation>In diesen Ordner kann nicht geschrieben werden, daher ist am Ende vergessen, was jetzt geschieht: %1</translation>
    </message>
    <message>
        <source>This folder cannot be written to, so settings are not kept: %1</source>
        <translation>In diesen Ordner kann nicht geschrieben werden, daher bleiben Einstellungen nicht erhalten: %1</translation>
    </message>
    <message>
        <source>This folder cannot be written to, so the library is read again at each start: %1</source>
        <translation>In diesen Ordner kann nicht geschrieben werden, daher wird die Mediathek bei jedem Start neu gelesen: %1</translation>
    </message>
</context>
<context>
    <name>app::Hotkeys</name>
    <message>
        <source>Another program has this key.</source>
        <translation>Ein anderes Programm hat diese Taste.</translation>
    </message>
    <message>
        <source>This keyboard has no such key.</source>
        <translation>Diese Tastatur hat keine solche Taste.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys while another one has the focus.</source>
        <translation>Dieser Desktop gibt keinem Programm Tasten, während ein anderes den Fokus hat.</translation>
    </message>
</context>
<context>
    <name>app::Notices</name>
    <message>
        <source>%1 – %2</source>
        <comment>title, rating</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” could not be rated.</source>
        <translation>„%1“ konnte nicht bewertet werden.</translation>
    </message>
</context>
<context>
    <name>app::Opener</name>
    <message>
        <source>What the link leads to is not in this library. It may have been removed, or be newer than the last synchronisation.</source>
        <translation>Wohin der Link führt, ist nicht in dieser Mediathek. Vielleicht wurde es entfernt, oder es ist neuer als die letzte Synchronisierung.</translation>
    </message>
    <message>
        <source>The link will be opened when you have connected to a server.</source>
        <translation>Der Link wird geöffnet, sobald ein Server verbunden ist.</translation>
    </message>
    <message>
        <source>This link leads to nothing that PlexM8 can show. Links to artists, albums, tracks and playlists are understood.</source>
        <translation>Dieser Link führt zu nichts, was PlexM8 zeigen kann. Verstanden werden Links zu Interpreten, Alben, Titeln und Wiedergabelisten.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: PlexM8 shows what is on your Plex server.</source>
        <translation>„%1“ kann nicht geöffnet werden: PlexM8 zeigt, was auf dem Plex-Server liegt.</translation>
    </message>
    <message>
        <source>This link leads to a server that PlexM8 does not know.</source>
        <translation>Dieser Link führt zu einem Server, den PlexM8 nicht kennt.</translation>
    </message>
    <message>
        <source>This link leads to the library of “%1”. Switch to that server, then open the link again.</source>
        <translation>Dieser Link führt zur Mediathek von „%1“. Zu diesem Server wechseln, dann den Link noch einmal öffnen.</translation>
    </message>
    <message>
        <source>This link leads to something other than music, which PlexM8 does not show yet.</source>
        <translation>Dieser Link führt zu etwas anderem als Musik, das PlexM8 noch nicht zeigt.</translation>
    </message>
</context>
<context>
    <name>app::Options</name>
    <message>
        <source>Try the program without a server: an invented library in a profile of its own</source>
        <translation>Das Programm ohne Server ausprobieren: eine erfundene Mediathek in einem eigenen Profil</translation>
    </message>
    <message>
        <source>Tracks of that library</source>
        <translation>Titel dieser Mediathek</translation>
    </message>
    <message>
        <source>Another invention</source>
        <translation>Eine andere Erfindung</translation>
    </message>
    <message>
        <source>A folder of real music files instead</source>
        <translation>Stattdessen ein Ordner mit echten Musikdateien</translation>
    </message>
    <message>
        <source>Save a picture of every page there, and end</source>
        <translation>Dort von jeder Seite ein Bild speichern, dann beenden</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>light (hell) oder dark (dunkel)</translation>
    </message>
    <message>
        <source>Size of the tour&apos;s window, 1280x800</source>
        <translation>Größe des Fensters beim Rundgang, 1280x800</translation>
    </message>
    <message>
        <source>Text size of the tour in percent, 100 to 200</source>
        <translation>Textgröße beim Rundgang in Prozent, 100 bis 200</translation>
    </message>
    <message>
        <source>Keep everything below this folder</source>
        <translation>Alles unterhalb dieses Ordners aufbewahren</translation>
    </message>
    <message>
        <source>--%1 takes a number from 0 to %2.</source>
        <translation>--%1 erwartet eine Zahl von 0 bis %2.</translation>
    </message>
    <message>
        <source>--demo-music needs a folder that exists.</source>
        <translation>--demo-music erwartet einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>--%1 is for the pictures of --tour; in the window, the text size is chosen under Settings.</source>
        <translation>--%1 gilt für die Bilder von --tour; im Fenster wird die Textgröße in den Einstellungen gewählt.</translation>
    </message>
    <message>
        <source>--size takes width and height as in 1280x800.</source>
        <translation>--size erwartet Breite und Höhe wie in 1280x800.</translation>
    </message>
    <message>
        <source>--theme takes light or dark.</source>
        <translation>--theme erwartet light oder dark.</translation>
    </message>
    <message>
        <source>--text takes a number from 100 to 200.</source>
        <translation>--text erwartet eine Zahl von 100 bis 200.</translation>
    </message>
    <message>
        <source>Language of this run: en, de or pseudo</source>
        <translation>Sprache für diesen Start: en, de oder pseudo</translation>
    </message>
    <message>
        <source>--language takes en, de or pseudo.</source>
        <translation>--language erwartet en, de oder pseudo.</translation>
    </message>
    <message>
        <source>“%1” is no option, no file and no link that this program knows.</source>
        <translation>„%1“ ist keine Option, keine Datei und kein Link, den dieses Programm kennt.</translation>
    </message>
    <message>
        <source>Something to show: plexm8://album/KEY or a page of Plex Web, also in the window that is open already</source>
        <translation>Etwas zum Zeigen: plexm8://album/KEY oder eine Seite von Plex Web, auch im Fenster, das schon offen ist</translation>
    </message>
    <message>
        <source>Pictures cannot be saved there: %1</source>
        <translation>Dort können keine Bilder gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Start without the window, as when you log in</source>
        <translation>Ohne das Fenster starten, wie beim Anmelden</translation>
    </message>
</context>
<context>
    <name>app::PortalHotkeys</name>
    <message>
        <source>The desktop did not allow this key.</source>
        <translation>Der Desktop hat diese Taste nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>app::Presence</name>
    <message>
        <source>This desktop has no tray, so closing the window ends PlexM8.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich, daher beendet das Schließen des Fensters PlexM8.</translation>
    </message>
    <message>
        <source>No sound device is there: music runs without sound until one is.</source>
        <translation>Es ist kein Audiogerät da: Die Musik läuft ohne Ton, bis eines da ist.</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Lateinisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Titles in some scripts appear as boxes, because no font for them is installed: %1.</source>
        <translation>Titel in manchen Schriften erscheinen als Kästchen, weil keine Schriftart dafür installiert ist: %1.</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>There is no token for this server.</source>
        <translation>Für diesen Server gibt es kein Token.</translation>
    </message>
    <message>
        <source>No server is known yet. Connect to one first.</source>
        <translation>Noch ist kein Server bekannt. Zuerst mit einem verbinden.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: who can listen in this network can read the sign-in.</source>
        <translation>Die Verbindung ist unverschlüsselt: Wer in diesem Netzwerk mithört, kann die Anmeldung lesen.</translation>
    </message>
    <message>
        <source>The system has no secret store that answers, so the token is in a file that only you can read.</source>
        <translation>Kein Passwortspeicher des Systems antwortet; das Token liegt deshalb in einer Datei, die nur für das eigene Benutzerkonto lesbar ist.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This server is being left.</source>
        <translation>Dieser Server wird gerade verlassen.</translation>
    </message>
    <message>
        <source>No server is known yet.</source>
        <translation>Noch ist kein Server bekannt.</translation>
    </message>
    <message>
        <source>This server is not known any more.</source>
        <translation>Dieser Server ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Users can be switched after signing in with a Plex account.</source>
        <translation>Benutzer lassen sich nach der Anmeldung mit einem Plex-Konto wechseln.</translation>
    </message>
    <message>
        <source>%1 has no access to this server.</source>
        <translation>%1 hat keinen Zugriff auf diesen Server.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in any more. Connect again; what waits to be sent is kept.</source>
        <translation>Der Server akzeptiert diese Anmeldung nicht mehr. Neu verbinden; was auf das Senden wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>There is no token for this server here, and the secret store of the desktop, where it may be, cannot be reached. Use PlexM8 in the desktop&apos;s session, or set PLEXM8_TOKEN.</source>
        <translation>Für diesen Server gibt es hier kein Token, und der Passwortspeicher des Desktops, in dem es vielleicht liegt, ist nicht erreichbar. PlexM8 in der Sitzung des Desktops verwenden oder PLEXM8_TOKEN setzen.</translation>
    </message>
</context>
<context>
    <name>app::SingleInstance</name>
    <message>
        <source>PlexM8 is running already, but it does not answer. Wait a moment, or end it.</source>
        <translation>PlexM8 läuft schon, antwortet aber nicht. Einen Moment warten oder es beenden.</translation>
    </message>
</context>
<context>
    <name>app::StartRequest</name>
    <message>
        <source>These are too many files or links to be opened at once.</source>
        <translation>Das sind zu viele Dateien oder Links, um sie auf einmal zu öffnen.</translation>
    </message>
</context>
<context>
    <name>app::Tray</name>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Next track</source>
        <translation>&amp;Nächster Titel</translation>
    </message>
    <message>
        <source>P&amp;revious track</source>
        <translation>&amp;Vorheriger Titel</translation>
    </message>
    <message>
        <source>&amp;Hide PlexM8</source>
        <translation>PlexM8 &amp;ausblenden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Keine Wiedergabe</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>title, artist</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Show PlexM8</source>
        <translation>PlexM8 an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>Be&amp;werten</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>spielt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Rate by &amp;stars…</source>
        <translation>Mit &amp;Sternen bewerten …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and artist, paused or offline</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>artwork::Artwork</name>
    <message>
        <source>There is no picture.</source>
        <translation>Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>Das Bild lässt sich nicht anzeigen.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>change</name>
    <message>
        <source>Somebody else changed this since. It was left as it is on the server.</source>
        <translation>Das wurde inzwischen von anderer Seite geändert. Auf dem Server bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>The server does not have this item any more.</source>
        <translation>Der Server hat dieses Element nicht mehr.</translation>
    </message>
    <message>
        <source>The server accepted the change but did not keep it.</source>
        <translation>Der Server hat die Änderung angenommen, aber nicht behalten.</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>Der Server konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>There is no such change.</source>
        <translation>Diese Änderung gibt es nicht.</translation>
    </message>
    <message>
        <source>This change was taken back already.</source>
        <translation>Diese Änderung wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>This was changed again, and that is not sent yet. Undo the later change first.</source>
        <translation>Das wurde danach noch einmal geändert und ist noch nicht gesendet. Zuerst die spätere Änderung rückgängig machen.</translation>
    </message>
    <message>
        <source>Nothing of this change was done.</source>
        <translation>Von dieser Änderung wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Nothing of this change failed.</source>
        <translation>An dieser Änderung ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Later changes replaced what failed.</source>
        <translation>Spätere Änderungen haben ersetzt, was fehlschlug.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>change::Changes</name>
    <message>
        <source>There is nothing to change.</source>
        <translation>Es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>No account is signed in. See plexm8-cli login.</source>
        <translation>Kein Konto ist angemeldet. Siehe plexm8-cli login.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Verbunden mit %1.</translation>
    </message>
    <message>
        <source>Signed in as %1, who has no server.</source>
        <translation>Angemeldet als %1; dieses Konto hat keinen Server.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>There are others: see plexm8-cli servers list.</source>
        <translation>Es gibt weitere: siehe plexm8-cli servers list.</translation>
    </message>
    <message>
        <source>No browser could be opened. Open the address above in one.</source>
        <translation>Es konnte kein Browser geöffnet werden. Die Adresse oben in einem öffnen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>No server is known. See plexm8-cli login.</source>
        <translation>Kein Server ist bekannt. Siehe plexm8-cli login.</translation>
    </message>
    <message>
        <source>No server, or more than one, is called %1.</source>
        <translation>Kein Server oder mehr als einer heißt %1.</translation>
    </message>
    <message>
        <source>PIN of %1: </source>
        <translation>PIN von %1: </translation>
    </message>
    <message>
        <source>Signed out of %1.</source>
        <translation>Von %1 abgemeldet.</translation>
    </message>
    <message>
        <source>plex.tv could not be told. Remove PlexM8 from the authorised devices of the account there.</source>
        <translation>plex.tv konnte das nicht mitgeteilt werden. PlexM8 dort aus den autorisierten Geräten des Kontos entfernen.</translation>
    </message>
    <message>
        <source>Which server? Give its identifier or name.</source>
        <translation>Welcher Server? Kennung oder Namen angeben.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>This account has no Home, so nobody else uses it.</source>
        <translation>Dieses Konto hat kein Plex Home, es hat also keine weiteren Benutzer.</translation>
    </message>
    <message>
        <source>Which user? Give the identifier or name.</source>
        <translation>Welcher Benutzer? Kennung oder Namen angeben.</translation>
    </message>
    <message>
        <source>Nobody in this Home is called %1.</source>
        <translation>Niemand in diesem Plex Home heißt %1.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 erwartet keinen Wert.</translation>
    </message>
    <message>
        <source>Unknown option --%1.</source>
        <translation>Unbekannte Option --%1.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 erwartet einen Wert.</translation>
    </message>
    <message>
        <source>--%1 must be a number from 1 to %2.</source>
        <translation>--%1 muss eine Zahl von 1 bis %2 sein.</translation>
    </message>
    <message>
        <source>Give either --stars 0.5…5 or --clear.</source>
        <translation>Entweder --stars 0.5…5 oder --clear angeben.</translation>
    </message>
    <message>
        <source>--stars takes 0.5 to 5 in half steps.</source>
        <translation>--stars erwartet 0.5 bis 5 in halben Schritten.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) wait for the server.</source>
        <translation>
            <numerusform>%Ln Schritt wartet auf den Server.</numerusform>
            <numerusform>%Ln Schritte warten auf den Server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) failed: </source>
        <translation>
            <numerusform>%Ln Schritt fehlgeschlagen: </numerusform>
            <numerusform>%Ln Schritte fehlgeschlagen: </numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Name at least one rating key.</source>
        <translation>Mindestens einen Rating-Key angeben.</translation>
    </message>
    <message>
        <source>A change is named by its number.</source>
        <translation>Eine Änderung wird mit ihrer Nummer angegeben.</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Rating-Key</translation>
    </message>
    <message>
        <source>Whether the server answers, and what it can do</source>
        <translation>Ob der Server antwortet und was er kann</translation>
    </message>
    <message>
        <source>Sign in with a Plex account</source>
        <translation>Mit einem Plex-Konto anmelden</translation>
    </message>
    <message>
        <source>Sign out of the account and delete what is kept of its servers</source>
        <translation>Vom Konto abmelden und löschen, was von seinen Servern gespeichert ist</translation>
    </message>
    <message>
        <source>The servers that can be used</source>
        <translation>Die Server, die genutzt werden können</translation>
    </message>
    <message>
        <source>Make a server the one in use</source>
        <translation>Einen Server zum aktuellen machen</translation>
    </message>
    <message>
        <source>The users of the account&apos;s Home</source>
        <translation>Die Benutzer im Plex Home des Kontos</translation>
    </message>
    <message>
        <source>Go on as another user of the Home; a PIN is read from standard input</source>
        <translation>Als anderer Benutzer des Plex Home weitermachen; eine PIN wird von der Standardeingabe gelesen</translation>
    </message>
    <message>
        <source>Bring the local library up to date</source>
        <translation>Die lokale Mediathek auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>The sections of the local library</source>
        <translation>Die Abschnitte der lokalen Mediathek</translation>
    </message>
    <message>
        <source>Find artists, albums, tracks, films, shows and playlists; at most N of each</source>
        <translation>Interpreten, Alben, Titel, Filme, Serien und Wiedergabelisten finden; von jedem höchstens N</translation>
    </message>
    <message>
        <source>One item by its rating key</source>
        <translation>Ein Element mit seinem Rating-Key</translation>
    </message>
    <message>
        <source>All playlists</source>
        <translation>Alle Wiedergabelisten</translation>
    </message>
    <message>
        <source>One playlist with its entries</source>
        <translation>Eine Wiedergabeliste mit ihren Einträgen</translation>
    </message>
    <message>
        <source>Rate items</source>
        <translation>Elemente bewerten</translation>
    </message>
    <message>
        <source>The best rated tracks</source>
        <translation>Die am besten bewerteten Titel</translation>
    </message>
    <message>
        <source>What was changed, latest first</source>
        <translation>Was geändert wurde, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Take back the latest change, or the one given</source>
        <translation>Die letzte oder die angegebene Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Do again what was taken back last</source>
        <translation>Das zuletzt Rückgängiggemachte wiederherstellen</translation>
    </message>
    <message>
        <source>Changes that wait for the server</source>
        <translation>Änderungen, die auf den Server warten</translation>
    </message>
    <message>
        <source>What the caches hold</source>
        <translation>Was die Zwischenspeicher enthalten</translation>
    </message>
    <message>
        <source>Empty the caches</source>
        <translation>Die Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>%1 does not know what to do with &quot;%2&quot;.</source>
        <translation>%1 kann mit &quot;%2&quot; nichts anfangen.</translation>
    </message>
    <message>
        <source>%1 has no option --%2.</source>
        <translation>%1 hat keine Option --%2.</translation>
    </message>
    <message>
        <source>Run the embedded server alone</source>
        <translation>Nur den eingebauten Server starten</translation>
    </message>
    <message>
        <source>Usage: plexm8-cli [options] COMMAND …</source>
        <translation>Aufruf: plexm8-cli [Optionen] BEFEHL …</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Options: --data-dir DIR, --server URL, --json, --quiet, --verbose, --version, --help
The token comes from the token store or from PLEXM8_TOKEN, never from an argument.
Exit codes: 0 done, 1 failed, 2 usage, 3 partly done, 4 not signed in or refused, 5 offline.</source>
        <translation>Optionen: --data-dir DIR, --server URL, --json, --quiet, --verbose, --version, --help
Das Token kommt aus dem Passwortspeicher oder aus PLEXM8_TOKEN, nie aus einem Argument.
Rückgabewerte: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf, 3 teilweise erledigt, 4 nicht angemeldet oder abgelehnt, 5 offline.</translation>
    </message>
    <message>
        <source>This library was not read from the server yet. Run sync first.</source>
        <translation>Diese Mediathek wurde noch nicht vom Server gelesen. Zuerst sync ausführen.</translation>
    </message>
    <message>
        <source>--%1 must be a number from 0 to %2.</source>
        <translation>--%1 muss eine Zahl von 0 bis %2 sein.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) of changes that waited failed: </source>
        <translation>
            <numerusform>%Ln Schritt wartender Änderungen fehlgeschlagen: </numerusform>
            <numerusform>%Ln Schritte wartender Änderungen fehlgeschlagen: </numerusform>
        </translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Say what to search for.</source>
        <translation>Angeben, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>--type is one of %1.</source>
        <translation>--type ist eines von %1.</translation>
    </message>
    <message>
        <source>Name one rating key.</source>
        <translation>Einen Rating-Key angeben.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Done. Nothing of yours was removed: it is read again when needed.</source>
        <translation>Erledigt. Nichts Eigenes wurde entfernt: Bei Bedarf wird es neu gelesen.</translation>
    </message>
    <message>
        <source>No server is known yet. Sign in with &quot;login&quot;, or give a server&apos;s address with --server or in PLEXM8_SERVER_URL.</source>
        <translation>Noch ist kein Server bekannt. Mit &quot;login&quot; anmelden, oder die Adresse eines Servers mit --server oder in PLEXM8_SERVER_URL angeben.</translation>
    </message>
    <message>
        <source>Put a token of this server into PLEXM8_TOKEN.</source>
        <translation>Ein Token dieses Servers in PLEXM8_TOKEN angeben.</translation>
    </message>
    <message>
        <source>There is no such command. See --help.</source>
        <translation>Diesen Befehl gibt es nicht. Siehe --help.</translation>
    </message>
    <message>
        <source>smart</source>
        <translation>intelligent</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name one playlist by its id.</source>
        <translation>Eine Wiedergabeliste mit ihrer Nummer angeben.</translation>
    </message>
    <message>
        <source>There is no such playlist. Run sync if it is new.</source>
        <translation>Diese Wiedergabeliste gibt es nicht. Ist sie neu, sync ausführen.</translation>
    </message>
    <message>
        <source>%1 (%2) answers after %L3 ms.</source>
        <translation>%1 (%2) antwortet nach %L3 ms.</translation>
    </message>
    <message>
        <source>%L1 tracks, %L2 albums, %L3 artists, %L4 playlists, %L5 films, %L6 episodes: %L7 added, %L8 updated, %L9 removed in %L10 s.</source>
        <translation>%L1 Titel, %L2 Alben, %L3 Interpreten, %L4 Wiedergabelisten, %L5 Filme, %L6 Folgen: %L7 hinzugefügt, %L8 aktualisiert, %L9 entfernt in %L10 s.</translation>
    </message>
    <message>
        <source>Going on as %1.</source>
        <translation>Weiter als %1.</translation>
    </message>
    <message>
        <source>Make a playlist</source>
        <translation>Eine Wiedergabeliste anlegen</translation>
    </message>
    <message>
        <source>Add tracks to a playlist</source>
        <translation>Titel in eine Wiedergabeliste aufnehmen</translation>
    </message>
    <message>
        <source>Remove entries, which show lists</source>
        <translation>Einträge entfernen, die show auflistet</translation>
    </message>
    <message>
        <source>Move entries behind another, or to the top</source>
        <translation>Einträge hinter einen anderen oder an den Anfang verschieben</translation>
    </message>
    <message>
        <source>Give a playlist another title and description</source>
        <translation>Einer Wiedergabeliste einen anderen Namen und eine andere Beschreibung geben</translation>
    </message>
    <message>
        <source>Delete a playlist; undo makes it again</source>
        <translation>Eine Wiedergabeliste löschen; undo legt sie wieder an</translation>
    </message>
    <message>
        <source>Show a playlist by artist,-year or the like, and keep that order</source>
        <translation>Eine Wiedergabeliste nach artist,-year oder Ähnlichem zeigen und diese Reihenfolge behalten</translation>
    </message>
    <message>
        <source>Remove tracks that stand further up already</source>
        <translation>Titel entfernen, die weiter oben schon stehen</translation>
    </message>
    <message>
        <source>Make a playlist of several others</source>
        <translation>Eine Wiedergabeliste aus mehreren anderen anlegen</translation>
    </message>
    <message>
        <source>“%1” has no entry with the item id %2. The command show lists them.</source>
        <translation>„%1“ hat keinen Eintrag mit der itemId %2. Der Befehl show listet sie auf.</translation>
    </message>
    <message>
        <source>--by does not know “%1”; it knows %2, each with - in front for the other way round.</source>
        <translation>--by kennt „%1“ nicht; es kennt %2, jeweils mit - davor für die umgekehrte Reihenfolge.</translation>
    </message>
    <message>
        <source>--by takes one to %1 fields.</source>
        <translation>--by nimmt ein bis %1 Felder.</translation>
    </message>
    <message>
        <source>A playlist needs a --title.</source>
        <translation>Eine Wiedergabeliste braucht einen --title.</translation>
    </message>
    <message>
        <source>Name a playlist by its id, then the rating keys of tracks.</source>
        <translation>Eine Wiedergabeliste mit ihrer Id nennen, dann die Rating-Keys von Titeln.</translation>
    </message>
    <message>
        <source>Name a playlist by its id, then item ids of its entries.</source>
        <translation>Eine Wiedergabeliste mit ihrer Id nennen, dann itemIds ihrer Einträge.</translation>
    </message>
    <message>
        <source>Name a playlist by its id and item ids of its entries, and either --after an item id or --top.</source>
        <translation>Eine Wiedergabeliste mit ihrer Id und itemIds ihrer Einträge nennen, dazu entweder --after mit einer itemId oder --top.</translation>
    </message>
    <message>
        <source>Name one playlist by its id, and its new --title or --summary.</source>
        <translation>Eine Wiedergabeliste mit ihrer Id nennen, dazu den neuen --title oder --summary.</translation>
    </message>
    <message>
        <source>Name two or more playlists by their ids, the --title of the new one, and if you like --how: all, union, intersection or difference.</source>
        <translation>Zwei oder mehr Wiedergabelisten mit ihren Ids nennen, den --title der neuen und auf Wunsch --how: all, union, intersection oder difference.</translation>
    </message>
    <message>
        <source>A playlist as m3u8, m3u, pls, xspf, csv or json, with absolute or relative paths or the server&apos;s</source>
        <translation>Eine Wiedergabeliste als m3u8, m3u, pls, xspf, csv oder json, mit absoluten oder relativen Pfaden oder denen des Servers</translation>
    </message>
    <message>
        <source>--map is the server&apos;s folder, &quot;=&quot; and the same folder here.</source>
        <translation>--map ist der Ordner des Servers, &quot;=&quot; und derselbe Ordner hier.</translation>
    </message>
    <message>
        <source>--format is one of %1.</source>
        <translation>--format ist eines von %1.</translation>
    </message>
    <message>
        <source>--paths is one of %1.</source>
        <translation>--paths ist eines von %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server does not tell where %Ln of the tracks lie.</source>
        <translation>
            <numerusform>Der Server sagt von %Ln Titel nicht, wo er liegt.</numerusform>
            <numerusform>Der Server sagt von %Ln Titeln nicht, wo sie liegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) of &quot;%1&quot; were written to %2.</source>
        <translation>
            <numerusform>%Ln Titel aus „%1“ wurde nach %2 geschrieben.</numerusform>
            <numerusform>%Ln Titel aus „%1“ wurden nach %2 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a playlist file, or music of this computer, in the library and make a playlist of it; --best takes what is not sure, too</source>
        <translation>Eine Wiedergabelistendatei oder Musik dieses Computers in der Mediathek finden und daraus eine Wiedergabeliste anlegen; --best nimmt auch Unsicheres</translation>
    </message>
    <message>
        <source>%1 of %2 rows were found; %3 are not sure, %4 are missing, %5 could not be read.</source>
        <translation>%1 von %2 Zeilen wurden gefunden; %3 sind unsicher, %4 fehlen, %5 ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>None of it was found in the library.</source>
        <translation>Nichts davon wurde in der Mediathek gefunden.</translation>
    </message>
    <message>
        <source>Name a playlist file, or music files and folders.</source>
        <translation>Eine Wiedergabelistendatei nennen oder Musikdateien und Ordner.</translation>
    </message>
</context>
<context>
    <name>db::Connection</name>
    <message>
        <source>The folder for the program&apos;s data does not allow safe writing.</source>
        <translation>In den Ordner für die Programmdaten lässt sich nicht sicher schreiben.</translation>
    </message>
    <message>
        <source>A data file is damaged.</source>
        <translation>Eine Datendatei ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>A data file cannot be written.</source>
        <translation>Eine Datendatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another program is using a data file of this one.</source>
        <translation>Ein anderes Programm verwendet gerade eine Datendatei dieses Programms.</translation>
    </message>
    <message>
        <source>A data file could not be used.</source>
        <translation>Eine Datendatei konnte nicht verwendet werden.</translation>
    </message>
</context>
<context>
    <name>db::Database</name>
    <message>
        <source>A data file is not open.</source>
        <translation>Eine Datendatei ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>A data file cannot be deleted.</source>
        <translation>Eine Datendatei kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The data was made by a newer version of this program. Please update; nothing was changed.</source>
        <translation>Die Daten stammen von einer neueren Version dieses Programms. Das Programm aktualisieren; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>demo::Server</name>
    <message>
        <source>The demo server could not open a port on this computer.</source>
        <translation>Der Demo-Server konnte auf diesem Computer keinen Port öffnen.</translation>
    </message>
    <message>
        <source>The music folder cannot be read.</source>
        <translation>Der Musikordner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Port %1 cannot be opened on this computer. Another program may use it.</source>
        <translation>Port %1 kann auf diesem Computer nicht geöffnet werden. Vielleicht benutzt ihn ein anderes Programm.</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>This is no longer in the library.</source>
        <translation>Das ist nicht mehr in der Mediathek.</translation>
    </message>
    <message>
        <source>No library is open. Connect to a server first.</source>
        <translation>Keine Mediathek ist geöffnet. Zuerst mit einem Server verbinden.</translation>
    </message>
    <message>
        <source>The library could not be read completely.</source>
        <translation>Die Mediathek konnte nicht vollständig gelesen werden.</translation>
    </message>
</context>
<context>
    <name>library::OnDemand</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This folder holds more than can be read at once.</source>
        <translation>Dieser Ordner enthält mehr, als auf einmal gelesen werden kann.</translation>
    </message>
</context>
<context>
    <name>library::Sync</name>
    <message>
        <source>The library is being synchronised already.</source>
        <translation>Die Mediathek wird bereits synchronisiert.</translation>
    </message>
    <message>
        <source>The server has no library section with this number.</source>
        <translation>Der Server hat keinen Mediathek-Abschnitt mit dieser Nummer.</translation>
    </message>
</context>
<context>
    <name>net::Certificate</name>
    <message>
        <source>It was issued by the server itself.</source>
        <translation>Der Server hat es selbst ausgestellt.</translation>
    </message>
    <message>
        <source>This computer does not know who issued it.</source>
        <translation>Diesem Computer ist der Aussteller nicht bekannt.</translation>
    </message>
    <message>
        <source>It is for another name than the address of the server.</source>
        <translation>Es gilt für einen anderen Namen als die Adresse des Servers.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>It is not valid yet. Check the clock of this computer.</source>
        <translation>Es ist noch nicht gültig. Die Uhr dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Es wurde widerrufen.</translation>
    </message>
    <message>
        <source>It is not valid.</source>
        <translation>Es ist ungültig.</translation>
    </message>
</context>
<context>
    <name>net::CertificateReader</name>
    <message>
        <source>Only an encrypted address has a certificate.</source>
        <translation>Nur eine verschlüsselte Adresse hat ein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>net::Client</name>
    <message>
        <source>This is not a valid address of a server.</source>
        <translation>Das ist keine gültige Adresse eines Servers.</translation>
    </message>
    <message>
        <source>The token contains characters that no token has.</source>
        <translation>Das Token enthält Zeichen, die in keinem Token vorkommen.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in.</source>
        <translation>Der Server akzeptiert diese Anmeldung nicht.</translation>
    </message>
    <message>
        <source>This user is not allowed to do that on this server.</source>
        <translation>Dieser Benutzer darf das auf diesem Server nicht.</translation>
    </message>
    <message>
        <source>The server does not have this any more.</source>
        <translation>Der Server hat das nicht mehr.</translation>
    </message>
    <message>
        <source>The server already has something of that name.</source>
        <translation>Der Server hat schon etwas mit diesem Namen.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests. Try again in a moment.</source>
        <translation>Der Server bittet um weniger Anfragen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server reports a fault of its own. It may be starting; try again in a moment.</source>
        <translation>Der Server meldet einen eigenen Fehler. Vielleicht startet er gerade; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This server does not offer that.</source>
        <translation>Dieser Server bietet das nicht an.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers ist ungültig, deshalb wurde ihm nichts gesendet.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood.</source>
        <translation>Die Antwort des Servers war nicht verständlich.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>net::RangeReader</name>
    <message>
        <source>The server does not tell the size of this file.</source>
        <translation>Der Server nennt die Größe dieser Datei nicht.</translation>
    </message>
    <message>
        <source>The server sends this file only from its beginning, so this place in it cannot be reached.</source>
        <translation>Der Server sendet diese Datei nur von Anfang an, diese Stelle ist deshalb nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>net::Reach</name>
    <message>
        <source>The name of the server is not known in this network.</source>
        <translation>Der Name des Servers ist in diesem Netzwerk nicht bekannt.</translation>
    </message>
    <message>
        <source>Names cannot be looked up in this network.</source>
        <translation>In diesem Netzwerk lassen sich keine Namen auflösen.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at this address.</source>
        <translation>Unter dieser Adresse nimmt nichts Verbindungen an.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Unter dieser Adresse antwortet nichts.</translation>
    </message>
</context>
<context>
    <name>playback::FileSource</name>
    <message>
        <source>The music file cannot be read.</source>
        <translation>Die Musikdatei kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>playback::LibavSource</name>
    <message>
        <source>The file is damaged or is not a music file.</source>
        <translation>Die Datei ist beschädigt oder keine Musikdatei.</translation>
    </message>
    <message>
        <source>This kind of music file cannot be played.</source>
        <translation>Diese Art von Musikdatei kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>The file ends before the track does: it is incomplete.</source>
        <translation>Die Datei endet vor dem Titel: Sie ist unvollständig.</translation>
    </message>
</context>
<context>
    <name>playback::QtAudioBackend</name>
    <message>
        <source>The sound device cannot be opened. The music runs on without sound.</source>
        <translation>Das Audiogerät kann nicht geöffnet werden. Die Musik läuft ohne Ton weiter.</translation>
    </message>
</context>
<context>
    <name>playback::RemoteSource</name>
    <message>
        <source>The server has no file for this track.</source>
        <translation>Der Server hat keine Datei zu diesem Titel.</translation>
    </message>
</context>
<context>
    <name>playlist</name>
    <message>
        <source>This playlist does not exist any more.</source>
        <translation>Diese Wiedergabeliste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” is a smart playlist: what it holds follows its rules. Duplicate it to get one that can be edited.</source>
        <translation>„%1“ ist eine intelligente Wiedergabeliste: Was sie enthält, folgt ihren Regeln. Ein Duplikat lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>The server does not let anybody change “%1”.</source>
        <translation>Der Server lässt niemanden „%1“ ändern.</translation>
    </message>
    <message>
        <source>There are no tracks in it that the library knows.</source>
        <translation>Darin sind keine Titel, die die Mediathek kennt.</translation>
    </message>
    <message>
        <source>The playlist is like that already.</source>
        <translation>Die Wiedergabeliste ist schon so.</translation>
    </message>
    <message>
        <source>A change to a playlist in the journal is damaged.</source>
        <translation>Eine Änderung an einer Wiedergabeliste im Journal ist beschädigt.</translation>
    </message>
    <message>
        <source>A playlist in the journal is damaged.</source>
        <translation>Eine Wiedergabeliste im Journal ist beschädigt.</translation>
    </message>
    <message>
        <source>A list of tracks in the journal is damaged.</source>
        <translation>Eine Liste von Titeln im Journal ist beschädigt.</translation>
    </message>
    <message>
        <source>A quote in it is never closed.</source>
        <translation>Ein Anführungszeichen darin wird nie geschlossen.</translation>
    </message>
    <message>
        <source>It has more columns than the first line.</source>
        <translation>Sie hat mehr Spalten als die erste Zeile.</translation>
    </message>
    <message>
        <source>The file is damaged: too many quotes in it are never closed.</source>
        <translation>Die Datei ist beschädigt: Zu viele Anführungszeichen darin werden nie geschlossen.</translation>
    </message>
    <message>
        <source>This playlist is no longer there.</source>
        <translation>Diese Wiedergabeliste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is not a playlist: the file holds no text.</source>
        <translation>Das ist keine Wiedergabeliste: Die Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>A text in it is too long.</source>
        <translation>Ein Text darin ist zu lang.</translation>
    </message>
    <message>
        <source>It names no track.</source>
        <translation>Sie nennt keinen Titel.</translation>
    </message>
    <message>
        <source>The file has more than %L1 rows, which no playlist has.</source>
        <translation>Die Datei hat mehr als %L1 Zeilen; so viele hat keine Wiedergabeliste.</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the library …</source>
        <translation>Die Mediathek wird gelesen …</translation>
    </message>
    <message>
        <source>Preparing the library …</source>
        <translation>Die Mediathek wird vorbereitet …</translation>
    </message>
    <message>
        <source>Finding the tracks …</source>
        <translation>Die Titel werden gesucht …</translation>
    </message>
    <message>
        <source>This track is no longer in the library.</source>
        <translation>Dieser Titel ist nicht mehr in der Mediathek.</translation>
    </message>
    <message>
        <source>Title, artist and length fit</source>
        <translation>Titel, Interpret und Länge passen</translation>
    </message>
    <message>
        <source>The same file</source>
        <translation>Dieselbe Datei</translation>
    </message>
    <message>
        <source>The server&apos;s own key</source>
        <translation>Der Schlüssel des Servers</translation>
    </message>
    <message>
        <source>Plex&apos;s name of the recording</source>
        <translation>Der Name der Aufnahme bei Plex</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>Von Hand gewählt</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>Von Hand ausgelassen</translation>
    </message>
    <message>
        <source>Several fit equally well</source>
        <translation>Mehrere passen gleich gut</translation>
    </message>
    <message>
        <source>The same file, but with another title</source>
        <translation>Dieselbe Datei, aber mit anderem Titel</translation>
    </message>
    <message>
        <source>Another row fits this track better</source>
        <translation>Eine andere Zeile passt besser zu diesem Titel</translation>
    </message>
    <message>
        <source>Nothing like it in the library</source>
        <translation>Nichts Ähnliches in der Mediathek</translation>
    </message>
    <message>
        <source>Similar, but not sure</source>
        <translation>Ähnlich, aber nicht sicher</translation>
    </message>
    <message>
        <source>Nothing close enough</source>
        <translation>Nichts ähnlich genug</translation>
    </message>
    <message>
        <source>Perhaps another version</source>
        <translation>Vielleicht eine andere Fassung</translation>
    </message>
    <message>
        <source>Another version</source>
        <translation>Eine andere Fassung</translation>
    </message>
    <message>
        <source>One of them is live</source>
        <translation>Eine davon ist live</translation>
    </message>
    <message>
        <source>Another part or number</source>
        <translation>Ein anderer Teil oder eine andere Nummer</translation>
    </message>
    <message>
        <source>A tribute or karaoke</source>
        <translation>Ein Tribut oder Karaoke</translation>
    </message>
    <message>
        <source>Another artist</source>
        <translation>Ein anderer Interpret</translation>
    </message>
    <message>
        <source>Another title</source>
        <translation>Ein anderer Titel</translation>
    </message>
    <message>
        <source>Another length</source>
        <translation>Eine andere Länge</translation>
    </message>
    <message>
        <source>The titles are in different scripts</source>
        <translation>Die Titel stehen in verschiedenen Schriften</translation>
    </message>
    <message>
        <source>No artist is named</source>
        <translation>Kein Interpret ist genannt</translation>
    </message>
    <message>
        <source>Only a title to go by</source>
        <translation>Nur ein Titel ist bekannt</translation>
    </message>
    <message>
        <source>It is no track.</source>
        <translation>Das ist kein Titel.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote this file.</source>
        <translation>Diese Datei hat eine neuere Version des Programms geschrieben.</translation>
    </message>
    <message>
        <source>The file holds several playlists. Only the first of them was read.</source>
        <translation>Die Datei enthält mehrere Wiedergabelisten. Nur die erste davon wurde gelesen.</translation>
    </message>
    <message>
        <source>It is no valid JSON.</source>
        <translation>Sie ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>No file is named after it.</source>
        <translation>Danach ist keine Datei genannt.</translation>
    </message>
    <message>
        <source>This is the list of pieces of a stream (HLS), not a playlist.</source>
        <translation>Das ist die Liste der Stücke eines Streams (HLS), keine Wiedergabeliste.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>The file is larger than %L1 MB, which no playlist is.</source>
        <translation>Die Datei ist größer als %L1 MB; so groß ist keine Wiedergabeliste.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Wiedergabeliste</translation>
    </message>
    <message>
        <source>No track could be read in this file.</source>
        <translation>In dieser Datei konnte kein Titel gelesen werden.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It has no &quot;=&quot;.</source>
        <translation>Sie hat kein &quot;=&quot;.</translation>
    </message>
    <message>
        <source>No file is named for it.</source>
        <translation>Dazu ist keine Datei genannt.</translation>
    </message>
    <message>
        <source>The file is damaged here; what follows is lost.</source>
        <translation>Die Datei ist hier beschädigt; was folgt, ist verloren.</translation>
    </message>
    <message>
        <source>The file is damaged here.</source>
        <translation>Die Datei ist hier beschädigt.</translation>
    </message>
    <message>
        <source>The file declares entities of its own, which is refused.</source>
        <translation>Die Datei erklärt eigene Entitäten; das wird abgelehnt.</translation>
    </message>
    <message>
        <source>This is not an XSPF playlist.</source>
        <translation>Das ist keine XSPF-Wiedergabeliste.</translation>
    </message>
    <message>
        <source>There are more than %L1 files.</source>
        <translation>Es sind mehr als %L1 Dateien.</translation>
    </message>
    <message>
        <source>There is no music in it.</source>
        <translation>Darin ist keine Musik.</translation>
    </message>
</context>
<context>
    <name>playlist::EditSender</name>
    <message>
        <source>A smart playlist has no order of its own. Its rules can be changed instead.</source>
        <translation>Eine intelligente Wiedergabeliste hat keine eigene Reihenfolge. Stattdessen lassen sich ihre Regeln ändern.</translation>
    </message>
    <message>
        <source>Somebody else moved the same tracks meanwhile. They were left where they are on the server.</source>
        <translation>Jemand anders hat dieselben Titel inzwischen verschoben. Auf dem Server bleiben sie, wo sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>The server does not have %n track(s) any more, among them: %1.</source>
        <translation>
            <numerusform>Der Server hat %n Titel nicht mehr: %1.</numerusform>
            <numerusform>Der Server hat %n Titel nicht mehr, darunter: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>playlist::Playlists</name>
    <message>
        <source>A playlist needs a title.</source>
        <translation>Eine Wiedergabeliste braucht einen Namen.</translation>
    </message>
    <message>
        <source>These tracks are not in the playlist any more.</source>
        <translation>Diese Titel sind nicht mehr in der Wiedergabeliste.</translation>
    </message>
    <message>
        <source>The library has no such track.</source>
        <translation>Die Mediathek hat diesen Titel nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln track(s) to “%1”</source>
        <translation>
            <numerusform>%Ln Titel in „%1“ aufnehmen</numerusform>
            <numerusform>%Ln Titel in „%1“ aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add “%1” to “%2”</source>
        <translation>„%1“ in „%2“ aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln track(s) in “%1”</source>
        <translation>
            <numerusform>%Ln Titel in „%1“ verschieben</numerusform>
            <numerusform>%Ln Titel in „%1“ verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln track(s) from “%1”</source>
        <translation>
            <numerusform>%Ln Titel aus „%1“ entfernen</numerusform>
            <numerusform>%Ln Titel aus „%1“ entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1” from “%2”</source>
        <translation>„%1“ aus „%2“ entfernen</translation>
    </message>
    <message>
        <source>Save the order of “%1”</source>
        <translation>Reihenfolge von „%1“ sichern</translation>
    </message>
    <message>
        <source>Reverse “%1”</source>
        <translation>„%1“ umkehren</translation>
    </message>
    <message>
        <source>Shuffle “%1”</source>
        <translation>„%1“ mischen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln duplicate(s) from “%1”</source>
        <translation>
            <numerusform>%Ln Dublette aus „%1“ entfernen</numerusform>
            <numerusform>%Ln Dubletten aus „%1“ entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace what “%1” holds by %Ln track(s)</source>
        <translation>
            <numerusform>Inhalt von „%1“ durch %Ln Titel ersetzen</numerusform>
            <numerusform>Inhalt von „%1“ durch %Ln Titel ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the playlist “%1”</source>
        <translation>Wiedergabeliste „%1“ anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Make the playlist “%1” with %Ln track(s)</source>
        <translation>
            <numerusform>Wiedergabeliste „%1“ mit %Ln Titel anlegen</numerusform>
            <numerusform>Wiedergabeliste „%1“ mit %Ln Titeln anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>The playlist is called that already.</source>
        <translation>Die Wiedergabeliste heißt schon so.</translation>
    </message>
    <message>
        <source>Describe “%1”</source>
        <translation>„%1“ beschreiben</translation>
    </message>
    <message>
        <source>Rename “%1” to “%2”</source>
        <translation>„%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Delete the playlist “%1”</source>
        <translation>Wiedergabeliste „%1“ löschen</translation>
    </message>
</context>
<context>
    <name>playlist::RowReader</name>
    <message>
        <source>The playlist changes while it is read. Try again later.</source>
        <translation>Die Wiedergabeliste ändert sich, während sie gelesen wird. Später noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>plex</name>
    <message>
        <source>The server&apos;s answer could not be understood.</source>
        <translation>Die Antwort des Servers war nicht verständlich.</translation>
    </message>
</context>
<context>
    <name>plex::PlexTv</name>
    <message>
        <source>plex.tv does not accept this sign-in any more. Sign in again.</source>
        <translation>plex.tv akzeptiert diese Anmeldung nicht mehr. Erneut anmelden.</translation>
    </message>
    <message>
        <source>plex.tv cannot be reached. Check the connection to the internet.</source>
        <translation>plex.tv ist nicht erreichbar. Die Verbindung zum Internet prüfen.</translation>
    </message>
    <message>
        <source>Something in this network pretends to be plex.tv, so nothing was sent. Open a page in the browser: a public network may want a sign-in first.</source>
        <translation>Etwas in diesem Netzwerk gibt sich als plex.tv aus, deshalb wurde nichts gesendet. Eine Seite im Browser öffnen: Ein öffentliches Netzwerk verlangt vielleicht zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>The answer is not one of plex.tv. Open a page in the browser: a public network may want a sign-in first.</source>
        <translation>Die Antwort stammt nicht von plex.tv. Eine Seite im Browser öffnen: Ein öffentliches Netzwerk verlangt vielleicht zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>plex.tv asks for fewer requests. Try again in a minute.</source>
        <translation>plex.tv bittet um weniger Anfragen. In einer Minute erneut versuchen.</translation>
    </message>
    <message>
        <source>plex.tv reports a fault of its own. Try again in a minute.</source>
        <translation>plex.tv meldet einen eigenen Fehler. In einer Minute erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no picture of the code.</source>
        <translation>Es gibt kein Bild des Codes.</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>Diese PIN ist falsch.</translation>
    </message>
</context>
<context>
    <name>plex::Server</name>
    <message>
        <source>This folder cannot be opened: its address is not one of this library.</source>
        <translation>Dieser Ordner kann nicht geöffnet werden: Seine Adresse gehört nicht zu dieser Mediathek.</translation>
    </message>
    <message>
        <source>The server did not say which playlist it made.</source>
        <translation>Der Server hat nicht gesagt, welche Wiedergabeliste er angelegt hat.</translation>
    </message>
</context>
<context>
    <name>rating</name>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>½ star</source>
        <translation>½ Stern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln star(s)</source>
        <translation>
            <numerusform>%Ln Stern</numerusform>
            <numerusform>%Ln Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1½ stars</source>
        <translation>%L1½ Sterne</translation>
    </message>
</context>
<context>
    <name>rating::Ratings</name>
    <message>
        <source>Rate “%1” %2</source>
        <translation>„%1“ bewerten (%2)</translation>
    </message>
    <message>
        <source>Clear the rating of “%1”</source>
        <translation>Bewertung von „%1“ löschen</translation>
    </message>
    <message numerus="yes">
        <source>Rate %Ln item(s) %1</source>
        <translation>
            <numerusform>%Ln Element bewerten (%1)</numerusform>
            <numerusform>%Ln Elemente bewerten (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear the rating of %Ln item(s)</source>
        <translation>
            <numerusform>Bewertung von %Ln Element löschen</numerusform>
            <numerusform>Bewertung von %Ln Elementen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>This item is not in the library.</source>
        <translation>Dieses Element ist nicht in der Mediathek.</translation>
    </message>
    <message>
        <source>None of these items is in the library.</source>
        <translation>Keines dieser Elemente ist in der Mediathek.</translation>
    </message>
    <message>
        <source>The rating is already set.</source>
        <translation>Diese Bewertung ist schon gesetzt.</translation>
    </message>
</context>
<context>
    <name>settings::Transfer</name>
    <message>
        <source>This is not a settings file of PlexM8, or it is damaged.</source>
        <translation>Dies ist keine Einstellungsdatei von PlexM8, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This settings file is of a later version of PlexM8.</source>
        <translation>Diese Einstellungsdatei stammt von einer späteren Version von PlexM8.</translation>
    </message>
    <message>
        <source>This settings file has a value that cannot be, for “%1”.</source>
        <translation>Diese Einstellungsdatei enthält einen unmöglichen Wert für „%1“.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About PlexM8</source>
        <translation>Über PlexM8</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>Version %1 · Qt %2</translation>
    </message>
    <message>
        <source>A desktop companion for Plex Media Server: browse, rate and play your music, at once and also offline.</source>
        <translation>Ein Desktop-Begleiter für Plex Media Server: Musik durchstöbern, bewerten und abspielen, sofort und auch offline.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Not made by, nor connected with, Plex, Inc.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Weder von Plex, Inc. gemacht noch mit Plex, Inc. verbunden.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>library, licence</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <comment>library, version, licence</comment>
        <translation>%1 %2
%3</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>Icons, pictures and the demo&apos;s music are made for PlexM8. Texts are shown in a font of this system: %1.</source>
        <translation>Symbole, Bilder und die Musik der Demo sind für PlexM8 gemacht. Texte erscheinen in einer Schrift dieses Systems: %1.</translation>
    </message>
    <message>
        <source>Copy version information</source>
        <translation>Versionsangaben kopieren</translation>
    </message>
    <message>
        <source>Versions and the system, for the report of a fault; nothing personal.</source>
        <translation>Versionen und das System, für die Meldung eines Fehlers; nichts Persönliches.</translation>
    </message>
    <message>
        <source>Licence of %1</source>
        <translation>Lizenz: %1</translation>
    </message>
</context>
<context>
    <name>ui::AccountMenus</name>
    <message>
        <source>&amp;Add a server …</source>
        <translation>Server &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Check the connection …</source>
        <translation>&amp;Verbindung prüfen …</translation>
    </message>
    <message>
        <source>Connection &amp;settings …</source>
        <translation>Verbindungs&amp;einstellungen …</translation>
    </message>
    <message>
        <source>Looking who belongs to this Home …</source>
        <translation>Wer zu diesem Plex Home gehört, wird abgefragt …</translation>
    </message>
    <message>
        <source>%1 (with PIN)</source>
        <comment>user</comment>
        <translation>%1 (mit PIN)</translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Synchronise now</source>
        <translation>Jetzt &amp;synchronisieren</translation>
    </message>
    <message>
        <source>&amp;Connection …</source>
        <translation>&amp;Verbindung …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Search everywhere</source>
        <translation>Überall &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Filter this list</source>
        <translation>Diese Liste &amp;filtern</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>Open in &amp;new pane</source>
        <translation>In &amp;neuem Bereich öffnen</translation>
    </message>
    <message>
        <source>Other &amp;pane</source>
        <translation>Anderer B&amp;ereich</translation>
    </message>
    <message>
        <source>&amp;Close pane</source>
        <translation>Bereich s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>&amp;Next track</source>
        <translation>&amp;Nächster Titel</translation>
    </message>
    <message>
        <source>P&amp;revious track</source>
        <translation>&amp;Vorheriger Titel</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>&amp;Lauter</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>L&amp;eiser</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stumm</translation>
    </message>
    <message>
        <source>&amp;Shuffle</source>
        <translation>&amp;Zufallswiedergabe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About PlexM8</source>
        <translation>Ü&amp;ber PlexM8</translation>
    </message>
    <message>
        <source>Rate &amp;current track</source>
        <translation>Aktuellen Titel &amp;bewerten</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>Seiten&amp;leiste</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll anzeigen</translation>
    </message>
    <message>
        <source>&amp;Artists</source>
        <translation>&amp;Interpreten</translation>
    </message>
    <message>
        <source>A&amp;lbums</source>
        <translation>Al&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>&amp;Genres</translation>
    </message>
    <message>
        <source>Pla&amp;ylists</source>
        <translation>Wie&amp;dergabelisten</translation>
    </message>
    <message>
        <source>Acti&amp;vity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>&amp;First steps …</source>
        <translation>&amp;Erste Schritte …</translation>
    </message>
    <message>
        <source>Fol&amp;ders</source>
        <translation>O&amp;rdner</translation>
    </message>
    <message>
        <source>R&amp;epeat</source>
        <translation>W&amp;iederholen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Play&amp;list</source>
        <translation>Wiedergabe&amp;liste</translation>
    </message>
    <message>
        <source>&amp;New playlist …</source>
        <translation>&amp;Neue Wiedergabeliste …</translation>
    </message>
    <message>
        <source>&amp;Ratings</source>
        <translation>Bewert&amp;ungen</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importieren …</translation>
    </message>
</context>
<context>
    <name>ui::ActivityLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2%</source>
        <comment>what it is at, how far</comment>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
</context>
<context>
    <name>ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What PlexM8 is doing, and what it keeps on this computer.</source>
        <translation>Was PlexM8 gerade tut und was es auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisierung</translation>
    </message>
    <message>
        <source>The library is read from the server once; after that only what is new.</source>
        <translation>Die Mediathek wird einmal vom Server gelesen, danach nur noch, was neu ist.</translation>
    </message>
    <message>
        <source>Progress of the synchronisation</source>
        <translation>Fortschritt der Synchronisierung</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Each change is written down here before it is sent, and read back.</source>
        <translation>Jede Änderung wird hier notiert, bevor sie gesendet wird, und danach zur Kontrolle gelesen.</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>So that everything is there at once, and without the server. Emptied, it is read from the server again; nothing you made is lost.</source>
        <translation>Damit alles sofort da ist, auch ohne den Server. Nach dem Leeren wird es neu vom Server gelesen; eigene Daten gehen nicht verloren.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program wrote down, for whoever looks for a fault.</source>
        <translation>Was das Programm notiert hat, für die Suche nach einem Fehler.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Asking what is new …</source>
        <translation>Neues wird abgefragt …</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>what is read, how far, of how many</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Lesen: %1 …</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Keine Mediathek ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 tracks, %2 albums, %3 artists, %4 playlists</source>
        <translation>%1 Titel, %2 Alben, %3 Interpreten, %4 Wiedergabelisten</translation>
    </message>
    <message>
        <source>Up to date as of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>The library was not read to its end yet.</source>
        <translation>Die Mediathek wurde noch nicht bis zum Ende gelesen.</translation>
    </message>
    <message>
        <source>The caches could not be looked at.</source>
        <translation>Die Zwischenspeicher konnten nicht untersucht werden.</translation>
    </message>
    <message>
        <source>Nothing waits: the server has all that you changed.</source>
        <translation>Nichts wartet: Der Server hat alle Änderungen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait for the server.</source>
        <translation>
            <numerusform>%Ln Änderung wartet auf den Server.</numerusform>
            <numerusform>%Ln Änderungen warten auf den Server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlbumFacts</name>
    <message>
        <source>Director</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Text und Musik</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Mitwirkende</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>EP</source>
        <translation>EP</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Single</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation>Zusammenstellung</translation>
    </message>
    <message>
        <source>Soundtrack</source>
        <translation>Filmmusik</translation>
    </message>
    <message>
        <source>Details of the album</source>
        <translation>Details des Albums</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it is, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Label</source>
        <comment>record company</comment>
        <translation>Label</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>Discs</source>
        <translation>Discs</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>With</source>
        <comment>guests on the album</comment>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Your labels</source>
        <translation>Eigene Etiketten</translation>
    </message>
</context>
<context>
    <name>ui::AlbumPage</name>
    <message>
        <source>Rating of the album</source>
        <translation>Bewertung des Albums</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Tracks of the album</source>
        <translation>Titel des Albums</translation>
    </message>
    <message>
        <source>The album&apos;s tracks could not be read.</source>
        <translation>Die Titel des Albums konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Some tracks could not be read.</source>
        <translation>Einige Titel konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The album could not be read.</source>
        <translation>Das Album konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Artist: %1</source>
        <translation>Interpret: %1</translation>
    </message>
    <message>
        <source>Disc %1</source>
        <translation>Disc %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the album</source>
        <translation>Details des Albums</translation>
    </message>
    <message>
        <source>This album has no tracks</source>
        <translation>Dieses Album hat keine Titel</translation>
    </message>
    <message>
        <source>They may have been removed on the server, or not have been found yet. The next synchronisation brings what is there.</source>
        <translation>Sie wurden vielleicht auf dem Server entfernt oder noch nicht gefunden. Die nächste Synchronisation bringt, was da ist.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>The server could not be asked: this is what is known from before.</source>
        <translation>Der Server konnte nicht gefragt werden: Dies ist von früher bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disc(s)</source>
        <translation>
            <numerusform>%Ln Disc</numerusform>
            <numerusform>%Ln Discs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlbumsPage</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Filter albums</source>
        <translation>Alben filtern</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Hinzugefügt am</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Last played</source>
        <translation>Zuletzt gespielt</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>No albums of this genre</source>
        <translation>Keine Alben dieses Genres</translation>
    </message>
    <message>
        <source>The library has changed since this genre was listed.</source>
        <translation>Die Mediathek hat sich geändert, seit dieses Genre aufgelistet wurde.</translation>
    </message>
    <message>
        <source>Show all albums</source>
        <translation>Alle Alben anzeigen</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>Noch keine Alben</translation>
    </message>
    <message>
        <source>The albums of your Plex server appear here, also offline. The first synchronisation fills this list.</source>
        <translation>Die Alben des Plex-Servers erscheinen hier, auch offline. Die erste Synchronisierung füllt diese Liste.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>The albums could not be read.</source>
        <translation>Die Alben konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Go to artist</source>
        <translation>Zum Interpreten</translation>
    </message>
</context>
<context>
    <name>ui::ArtistPage</name>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Rating of the artist</source>
        <translation>Bewertung des Interpreten</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>Top tracks</source>
        <translation>Beliebteste Titel</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Singles &amp; EPs</source>
        <translation>Singles und EPs</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Compilations</source>
        <translation>Zusammenstellungen</translation>
    </message>
    <message>
        <source>Appears on</source>
        <translation>Zu hören auf</translation>
    </message>
    <message>
        <source>Similar artists</source>
        <translation>Ähnliche Interpreten</translation>
    </message>
    <message>
        <source>The artist could not be read.</source>
        <translation>Der Interpret konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The server is not connected: this is what was read from it before.</source>
        <translation>Der Server ist nicht verbunden: Dies wurde früher von ihm gelesen.</translation>
    </message>
    <message>
        <source>The server did not tell everything about this artist. Open the page again to ask once more.</source>
        <translation>Der Server hat nicht alles über diesen Interpreten mitgeteilt. Die Seite noch einmal öffnen, um erneut zu fragen.</translation>
    </message>
    <message>
        <source>All tracks</source>
        <translation>Alle Titel</translation>
    </message>
    <message>
        <source>All tracks of %1</source>
        <translation>Alle Titel: %1</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Fewer top tracks</source>
        <translation>Weniger beliebteste Titel</translation>
    </message>
    <message>
        <source>More top tracks</source>
        <translation>Mehr beliebteste Titel</translation>
    </message>
    <message>
        <source>Similar artists that are not in your library: %1</source>
        <translation>Ähnliche Interpreten, die nicht in der Mediathek sind: %1</translation>
    </message>
    <message>
        <source>Not in your library: %1</source>
        <comment>similar artists</comment>
        <translation>Nicht in der Mediathek: %1</translation>
    </message>
    <message>
        <source>The tracks could not be read.</source>
        <translation>Die Titel konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ui::ArtistsPage</name>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Filter artists</source>
        <translation>Interpreten filtern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Hinzugefügt am</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Last played</source>
        <translation>Zuletzt gespielt</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>No artists of this genre</source>
        <translation>Keine Interpreten dieses Genres</translation>
    </message>
    <message>
        <source>The library has changed since this genre was listed.</source>
        <translation>Die Mediathek hat sich geändert, seit dieses Genre aufgelistet wurde.</translation>
    </message>
    <message>
        <source>Show all artists</source>
        <translation>Alle Interpreten anzeigen</translation>
    </message>
    <message>
        <source>No artists yet</source>
        <translation>Noch keine Interpreten</translation>
    </message>
    <message>
        <source>The artists of your Plex server appear here, also offline. The first synchronisation fills this list.</source>
        <translation>Die Interpreten des Plex-Servers erscheinen hier, auch offline. Die erste Synchronisierung füllt diese Liste.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>The artists could not be read.</source>
        <translation>Die Interpreten konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ui::AssistantPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Mediathek öffnen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>All set</source>
        <translation>Alles bereit</translation>
    </message>
    <message>
        <source>There is no server yet. The next page asks for one, and so does Settings at any time.</source>
        <translation>Noch gibt es keinen Server. Die nächste Seite fragt danach, und in den Einstellungen geht es jederzeit.</translation>
    </message>
    <message>
        <source>Your library is here</source>
        <translation>Die Mediathek ist da</translation>
    </message>
    <message>
        <source>From now on only what is new is read, and everything works without the server, too.</source>
        <translation>Von jetzt an wird nur Neues gelesen, und alles geht auch ohne den Server.</translation>
    </message>
    <message>
        <source>Reading your library</source>
        <translation>Die Mediathek wird gelesen</translation>
    </message>
    <message>
        <source>%1: %2 of %3. It goes on while you look around.</source>
        <comment>what is read, how far, of how many</comment>
        <translation>%1: %2 von %3. Es geht weiter, auch beim Umsehen.</translation>
    </message>
    <message>
        <source>Asking the server what there is. It goes on while you look around.</source>
        <translation>Der Server wird gefragt, was es gibt. Es geht weiter, auch beim Umsehen.</translation>
    </message>
    <message>
        <source>Let us begin</source>
        <translation>Los geht es</translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation>In der Demo umsehen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Welcome to PlexM8</source>
        <translation>Willkommen bei PlexM8</translation>
    </message>
    <message>
        <source>Your Plex music, on your desktop, at once.</source>
        <translation>Die eigene Plex-Musik, auf dem Desktop, sofort.</translation>
    </message>
    <message>
        <source>An index of your library on this computer: a million tracks are searched while you type, also without the server.</source>
        <translation>Ein Verzeichnis der Mediathek auf diesem Computer: Eine Million Titel werden beim Tippen durchsucht, auch ohne den Server.</translation>
    </message>
    <message>
        <source>Each rating and each change can be undone, also tomorrow.</source>
        <translation>Jede Bewertung und jede Änderung lässt sich rückgängig machen, auch morgen noch.</translation>
    </message>
    <message>
        <source>Nobody watches: nothing is sent to anybody but your server and Plex.</source>
        <translation>Niemand schaut zu: Nur der eigene Server und Plex erfahren etwas.</translation>
    </message>
    <message>
        <source>Four short pages follow. Each can be skipped; Escape leaves.</source>
        <translation>Vier kurze Seiten folgen. Jede lässt sich überspringen; Escape verlässt sie.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Wie es gefällt</translation>
    </message>
    <message>
        <source>What you choose applies at once. All of it, and more, is in Settings.</source>
        <translation>Die Auswahl gilt sofort. All das und mehr steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>The music goes on, and PlexM8 waits in the tray</source>
        <translation>Die Musik läuft weiter, und PlexM8 wartet im Infobereich</translation>
    </message>
    <message>
        <source>PlexM8 ends</source>
        <translation>PlexM8 endet</translation>
    </message>
    <message>
        <source>Ask me the first time</source>
        <translation>Beim ersten Mal fragen</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends PlexM8.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich, daher beendet das Schließen des Fensters PlexM8.</translation>
    </message>
    <message>
        <source>Start PlexM8 in the tray when you log in</source>
        <translation>PlexM8 beim Anmelden im Infobereich starten</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>A click on the icon in the tray brings it back.</source>
        <translation>Ein Klick auf das Symbol im Infobereich holt es zurück.</translation>
    </message>
    <message>
        <source>Progress of the first synchronisation</source>
        <translation>Fortschritt der ersten Synchronisierung</translation>
    </message>
</context>
<context>
    <name>ui::Attributions</name>
    <message>
        <source>GNU GPL 3 or later</source>
        <translation>GNU GPL 3 oder neuer</translation>
    </message>
    <message>
        <source>GNU LGPL 2.1 or later</source>
        <translation>GNU LGPL 2.1 oder neuer</translation>
    </message>
    <message>
        <source>GNU LGPL 3</source>
        <translation>GNU LGPL 3</translation>
    </message>
    <message>
        <source>GNU GPL 2 or later</source>
        <translation>GNU GPL 2 oder neuer</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>BSD licence, 2 clauses</source>
        <translation>BSD-Lizenz, 2 Klauseln</translation>
    </message>
    <message>
        <source>zlib licence</source>
        <translation>zlib-Lizenz</translation>
    </message>
    <message>
        <source>X11 licence</source>
        <translation>X11-Lizenz</translation>
    </message>
</context>
<context>
    <name>ui::BrowserColumn</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All: %1</source>
        <translation>Alle: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>artists, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>artists, chosen, how many</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>ui::CacheLine</name>
    <message>
        <source>Covers</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Mediathek</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Leeren: %1</translation>
    </message>
    <message>
        <source>%1 entries, %2</source>
        <comment>count, size</comment>
        <translation>%1 Einträge, %2</translation>
    </message>
    <message>
        <source>%1; %2% of what was asked for was here</source>
        <translation>%1; %2 % des Angefragten war schon hier</translation>
    </message>
    <message>
        <source>%1; asked about again: %2, newer on the server: %3</source>
        <comment>text so far, counts</comment>
        <translation>%1; erneut nachgefragt: %2, neuer auf dem Server: %3</translation>
    </message>
</context>
<context>
    <name>ui::CapabilityList</name>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>im Moment nicht möglich</translation>
    </message>
</context>
<context>
    <name>ui::CardModel</name>
    <message>
        <source>%1, %2</source>
        <comment>title, what it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Smart</source>
        <comment>playlist</comment>
        <translation>Intelligent</translation>
    </message>
</context>
<context>
    <name>ui::CardSection</name>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
    <message>
        <source>%1: show all</source>
        <comment>a headline</comment>
        <translation>%1: alle anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::ChangeBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is done stays. Undo takes that back too.</source>
        <translation>Was getan ist, bleibt. „Rückgängig“ nimmt auch das zurück.</translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <translation>%1 – %2 von %3</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
    <message>
        <source>The change could not be stopped.</source>
        <translation>Die Änderung ließ sich nicht anhalten.</translation>
    </message>
</context>
<context>
    <name>ui::CheckDialog</name>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>fraglich</translation>
    </message>
    <message>
        <source>at fault</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Verbindung mit %1</translation>
    </message>
    <message>
        <source>The connection is being checked</source>
        <translation>Die Verbindung wird geprüft</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Each step of the way to the server is looked at …</source>
        <translation>Jeder Schritt auf dem Weg zum Server wird geprüft …</translation>
    </message>
    <message>
        <source>The server can be reached, and it lets you in.</source>
        <translation>Der Server ist erreichbar und gewährt Zugriff.</translation>
    </message>
</context>
<context>
    <name>ui::ColumnBrowser</name>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
</context>
<context>
    <name>ui::ConnectPage</name>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Mediathek</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>PlexM8 keeps an index of your Plex library on this computer, so that browsing, search and rating are instant, also offline.</source>
        <translation>PlexM8 hält auf diesem Computer einen Index der Plex-Mediathek, damit Stöbern, Suchen und Bewerten sofort gehen, auch offline.</translation>
    </message>
    <message>
        <source>What signs you in is kept in the system&apos;s secret store or, where there is none, in a file that only you can read.</source>
        <translation>Die Anmeldung liegt im Passwortspeicher des Systems oder, wo es keinen gibt, in einer Datei, die nur für das eigene Benutzerkonto lesbar ist.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Invented music in a window of its own.</source>
        <translation>Erfundene Musik in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>Sign in with a Plex account instead</source>
        <translation>Stattdessen mit einem Plex-Konto anmelden</translation>
    </message>
    <message>
        <source>Use a server&apos;s address and token</source>
        <translation>Adresse und Token eines Servers verwenden</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Connect to your server</source>
        <translation>Mit dem Server verbinden</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionForm</name>
    <message>
        <source>Connect without encryption</source>
        <translation>Unverschlüsselt verbinden</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Plex token</source>
        <translation>Plex-Token</translation>
    </message>
    <message>
        <source>X-Plex-Token</source>
        <translation>X-Plex-Token</translation>
    </message>
    <message>
        <source>This address is not encrypted: who can listen in your network can read the token.</source>
        <translation>Diese Adresse ist unverschlüsselt: Wer im Netzwerk mithört, kann das Token lesen.</translation>
    </message>
    <message>
        <source>Enter a token. Plex shows it in the address of an item&apos;s XML view.</source>
        <translation>Ein Token eingeben. Plex zeigt es in der Adresse der XML-Ansicht eines Elements.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Connected to %1 (version %2).</source>
        <translation>Verbunden mit %1 (Version %2).</translation>
    </message>
    <message>
        <source>Enter a valid token.</source>
        <translation>Ein gültiges Token eingeben.</translation>
    </message>
</context>
<context>
    <name>ui::DesktopActions</name>
    <message>
        <source>What plays: no rating</source>
        <translation>Was läuft: keine Bewertung</translation>
    </message>
    <message>
        <source>What plays: 1 star</source>
        <translation>Was läuft: 1 Stern</translation>
    </message>
    <message>
        <source>What plays: 2 stars</source>
        <translation>Was läuft: 2 Sterne</translation>
    </message>
    <message>
        <source>What plays: 3 stars</source>
        <translation>Was läuft: 3 Sterne</translation>
    </message>
    <message>
        <source>What plays: 4 stars</source>
        <translation>Was läuft: 4 Sterne</translation>
    </message>
    <message>
        <source>What plays: 5 stars</source>
        <translation>Was läuft: 5 Sterne</translation>
    </message>
    <message>
        <source>What plays: half a star more</source>
        <translation>Was läuft: ein halber Stern mehr</translation>
    </message>
    <message>
        <source>What plays: half a star less</source>
        <translation>Was läuft: ein halber Stern weniger</translation>
    </message>
    <message>
        <source>What plays: ask for a rating</source>
        <translation>Was läuft: nach einer Bewertung fragen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Vorheriger Titel</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>ui::DesktopKeysCard</name>
    <message>
        <source>Anywhere on the desktop</source>
        <translation>Überall auf dem Desktop</translation>
    </message>
    <message>
        <source>These keys work while another program has the focus, and no other program gets them. None is taken unless it is chosen here.</source>
        <translation>Diese Tasten wirken, während ein anderes Programm den Fokus hat, und kein anderes Programm bekommt sie. Keine wird belegt, die nicht hier gewählt ist.</translation>
    </message>
    <message>
        <source>Show a notification of what was rated outside of the window</source>
        <translation>Benachrichtigung, was außerhalb des Fensters bewertet wurde</translation>
    </message>
    <message>
        <source>Show a notification when a track begins</source>
        <translation>Benachrichtigung, wenn ein Titel beginnt</translation>
    </message>
    <message>
        <source>Tracks are not announced while PlexM8 is in front.</source>
        <translation>Titel werden nicht gemeldet, während PlexM8 im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Ask for stars 20 seconds before an unrated track ends</source>
        <translation>20 Sekunden vor dem Ende eines unbewerteten Titels nach Sternen fragen</translation>
    </message>
</context>
<context>
    <name>ui::DifferencesDialog</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::EditActions</name>
    <message>
        <source>Cut from the playlist</source>
        <translation>Aus der Wiedergabeliste ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste into the playlist</source>
        <translation>In die Wiedergabeliste einfügen</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Zeilen duplizieren</translation>
    </message>
    <message>
        <source>Remove from the playlist</source>
        <translation>Aus der Wiedergabeliste entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben schieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten schieben</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>An den Anfang schieben</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Ans Ende schieben</translation>
    </message>
</context>
<context>
    <name>ui::ErrorBar</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::ExportPanel</name>
    <message>
        <source>M3U8 – for most players</source>
        <translation>M3U8 – für die meisten Player</translation>
    </message>
    <message>
        <source>M3U – for old players</source>
        <translation>M3U – für alte Player</translation>
    </message>
    <message>
        <source>PLS</source>
        <translation>PLS</translation>
    </message>
    <message>
        <source>XSPF – with all that is known</source>
        <translation>XSPF – mit allem, was bekannt ist</translation>
    </message>
    <message>
        <source>CSV – for spreadsheets and other services</source>
        <translation>CSV – für Tabellen und andere Dienste</translation>
    </message>
    <message>
        <source>JSON – for programs</source>
        <translation>JSON – für Programme</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Export playlist</source>
        <translation>Wiedergabeliste exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Whole paths on this computer</source>
        <translation>Ganze Pfade auf diesem Rechner</translation>
    </message>
    <message>
        <source>Relative to the playlist file</source>
        <translation>Relativ zur Datei der Wiedergabeliste</translation>
    </message>
    <message>
        <source>As the server has them</source>
        <translation>Wie der Server sie hat</translation>
    </message>
    <message>
        <source>The server&apos;s music folder on this computer</source>
        <translation>Der Musikordner des Servers auf diesem Rechner</translation>
    </message>
    <message>
        <source>The same folder on this computer</source>
        <translation>Derselbe Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>The playlist could not be read.</source>
        <translation>Die Wiedergabeliste konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The files of this playlist are in no common folder.</source>
        <translation>Die Dateien dieser Wiedergabeliste haben keinen gemeinsamen Ordner.</translation>
    </message>
    <message>
        <source>On the server they are in %1.</source>
        <translation>Auf dem Server liegen sie in %1.</translation>
    </message>
    <message>
        <source>Playlists (%1)</source>
        <translation>Wiedergabelisten (%1)</translation>
    </message>
    <message>
        <source>The playlist could not be exported.</source>
        <translation>Die Wiedergabeliste konnte nicht exportiert werden.</translation>
    </message>
</context>
<context>
    <name>ui::FilterField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ui::FolderModel</name>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
</context>
<context>
    <name>ui::FoldersPage</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Zufallswiedergabe</translation>
    </message>
    <message>
        <source>To the folder above</source>
        <translation>Zum Ordner darüber</translation>
    </message>
    <message>
        <source>The way to this folder</source>
        <translation>Der Weg zu diesem Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tracks in the folder</source>
        <translation>Titel im Ordner</translation>
    </message>
    <message>
        <source>No music library yet</source>
        <translation>Noch keine Musikmediathek</translation>
    </message>
    <message>
        <source>The folders of your server&apos;s music appear here. The first synchronisation finds its libraries.</source>
        <translation>Hier erscheinen die Ordner der Musik auf dem Server. Die erste Synchronisation findet seine Mediatheken.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Folders are not kept on this computer. Your artists, albums and tracks are here without the server.</source>
        <translation>Ordner werden nicht auf diesem Computer aufbewahrt. Interpreten, Alben und Titel sind auch ohne den Server da.</translation>
    </message>
    <message>
        <source>Folders need the server</source>
        <translation>Ordner brauchen den Server</translation>
    </message>
    <message>
        <source>The folder could not be read.</source>
        <translation>Der Ordner konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>In this folder the server has found no music.</source>
        <translation>In diesem Ordner hat der Server keine Musik gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) here are not in your library yet. The next synchronisation brings them.</source>
        <translation>
            <numerusform>%Ln Titel hier ist noch nicht in der Mediathek. Die nächste Synchronisation bringt ihn.</numerusform>
            <numerusform>%Ln Titel hier sind noch nicht in der Mediathek. Die nächste Synchronisation bringt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>Die Ordner werden durchgesehen …</translation>
    </message>
    <message>
        <source>Nothing in this folder is in your library yet.</source>
        <translation>Aus diesem Ordner ist noch nichts in der Mediathek.</translation>
    </message>
</context>
<context>
    <name>ui::FontNotice</name>
    <message>
        <source>No font is installed, so no text can be shown.</source>
        <translation>Keine Schriftart ist installiert, darum kann kein Text gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>ui::GenreTabs</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>All genres</source>
        <translation>Alle Genres</translation>
    </message>
    <message>
        <source>%1 of the genre %2</source>
        <comment>artists, Jazz</comment>
        <translation>%1 des Genres %2</translation>
    </message>
</context>
<context>
    <name>ui::GenresPage</name>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Filter genres</source>
        <translation>Genres filtern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number of albums</source>
        <translation>Anzahl der Alben</translation>
    </message>
    <message>
        <source>Number of artists</source>
        <translation>Anzahl der Interpreten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln genre(s)</source>
        <translation>
            <numerusform>%Ln Genre</numerusform>
            <numerusform>%Ln Genres</numerusform>
        </translation>
    </message>
    <message>
        <source>No genres yet</source>
        <translation>Noch keine Genres</translation>
    </message>
    <message>
        <source>The genres of your albums and artists appear here, also offline. The first synchronisation fills this list.</source>
        <translation>Die Genres der Alben und Interpreten erscheinen hier, auch offline. Die erste Synchronisierung füllt diese Liste.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>The genres could not be read.</source>
        <translation>Die Genres konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Go to its artists</source>
        <translation>Zu den Interpreten</translation>
    </message>
    <message>
        <source>Go to its tracks</source>
        <translation>Zu den Titeln</translation>
    </message>
</context>
<context>
    <name>ui::GridPage</name>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Sorted by %1, descending</source>
        <translation>Sortierung: %1, absteigend</translation>
    </message>
    <message>
        <source>Sorted by %1, ascending</source>
        <translation>Sortierung: %1, aufsteigend</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Nothing here begins with these words.</source>
        <translation>Nichts hier beginnt mit diesen Wörtern.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>title, rating</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Former ratings…</source>
        <translation>Frühere Bewertungen …</translation>
    </message>
</context>
<context>
    <name>ui::HistoryModel</name>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>%1 of %2 pending</source>
        <translation>%1 von %2 ausstehend</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What you changed on the server. Everything can be undone.</source>
        <translation>Eigene Änderungen auf dem Server. Alle lassen sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Der Verlauf konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>Diese Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>Noch nichts geändert</translation>
    </message>
    <message>
        <source>Ratings and other changes you make appear here, and each can be undone, also tomorrow.</source>
        <translation>Bewertungen und andere Änderungen erscheinen hier. Jede lässt sich rückgängig machen, auch morgen noch.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>What you played, here and elsewhere.</source>
        <translation>Was gespielt wurde, hier und anderswo.</translation>
    </message>
</context>
<context>
    <name>ui::HomePage</name>
    <message>
        <source>Recently added</source>
        <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Zuletzt gespielt</translation>
    </message>
    <message>
        <source>Top rated</source>
        <translation>Am besten bewertet</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The home page could not be read again.</source>
        <translation>Die Startseite konnte nicht neu gelesen werden.</translation>
    </message>
    <message>
        <source>The home page could not be read.</source>
        <translation>Die Startseite konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Your library is on its way</source>
        <translation>Die Mediathek ist unterwegs</translation>
    </message>
    <message>
        <source>Home shows what is new, what you played and what you rated best. The first synchronisation fills it.</source>
        <translation>Die Startseite zeigt, was neu ist, zuletzt gespielt wurde und am besten bewertet ist. Die erste Synchronisierung füllt sie.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterhören</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>An diesem Tag</translation>
    </message>
    <message>
        <source>Released in %1</source>
        <comment>a year</comment>
        <translation>Erschienen %1</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Added in %1</source>
        <comment>a year</comment>
        <translation>Hinzugefügt %1</translation>
    </message>
</context>
<context>
    <name>ui::ImportCandidates</name>
    <message>
        <source>Chosen: %1, %2</source>
        <translation>Gewählt: %1, %2</translation>
    </message>
</context>
<context>
    <name>ui::ImportDetails</name>
    <message>
        <source>Search your library</source>
        <translation>Die Mediathek durchsuchen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Not in my library</source>
        <translation>Nicht in der Mediathek</translation>
    </message>
    <message>
        <source>Search your library for the track</source>
        <translation>Den Titel in der Mediathek suchen</translation>
    </message>
    <message>
        <source>Tracks that it may be</source>
        <translation>Titel, die es sein können</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>Nothing like it was found. Search for it.</source>
        <translation>Nichts Ähnliches wurde gefunden. Danach suchen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) that it may be</source>
        <translation>
            <numerusform>%Ln Titel, der es sein kann</numerusform>
            <numerusform>%Ln Titel, die es sein können</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be searched.</source>
        <translation>Die Mediathek konnte nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>No track has these words.</source>
        <translation>Kein Titel hat diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) found</source>
        <translation>
            <numerusform>%Ln Titel gefunden</numerusform>
            <numerusform>%Ln Titel gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportReviewPanel</name>
    <message>
        <source>Save missing …</source>
        <translation>Fehlende speichern …</translation>
    </message>
    <message>
        <source>Import playlist</source>
        <translation>Wiedergabeliste importieren</translation>
    </message>
    <message>
        <source>How much of the file is read</source>
        <translation>Wie viel der Datei gelesen ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the new playlist</source>
        <translation>Name der neuen Wiedergabeliste</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>There is no track in this file.</source>
        <translation>In dieser Datei steht kein Titel.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the file could not be read and were left out. %1</source>
        <translation>
            <numerusform>%Ln Zeile der Datei konnte nicht gelesen werden und wurde ausgelassen. %1</numerusform>
            <numerusform>%Ln Zeilen der Datei konnten nicht gelesen werden und wurden ausgelassen. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 found</source>
        <translation>%L1 von %L2 gefunden</translation>
    </message>
    <message>
        <source>%L1 to decide</source>
        <translation>%L1 zu entscheiden</translation>
    </message>
    <message>
        <source>%L1 missing</source>
        <translation>%L1 fehlen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln track(s)</source>
        <translation>
            <numerusform>%Ln Titel importieren</numerusform>
            <numerusform>%Ln Titel importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The track could not be chosen.</source>
        <translation>Der Titel konnte nicht gewählt werden.</translation>
    </message>
    <message>
        <source>Your choice holds, but will not be remembered.</source>
        <translation>Die Wahl gilt, wird aber nicht gemerkt.</translation>
    </message>
    <message>
        <source>Save the missing tracks</source>
        <translation>Die fehlenden Titel speichern</translation>
    </message>
    <message>
        <source>Playlists (%1)</source>
        <translation>Wiedergabelisten (%1)</translation>
    </message>
    <message>
        <source>%1 – missing</source>
        <comment>name of a playlist</comment>
        <translation>%1 – fehlend</translation>
    </message>
    <message>
        <source>The missing tracks are in %1.</source>
        <translation>Die fehlenden Titel sind in %1.</translation>
    </message>
    <message>
        <source>The missing tracks could not be saved.</source>
        <translation>Die fehlenden Titel konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Added to “%1”</source>
        <translation>Kommt in „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportRows</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>how well it fits</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>In your library</source>
        <translation>In der Mediathek</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>how well a track fits a row</comment>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>ui::ItemDrag</name>
    <message>
        <source>What was dropped could not be read.</source>
        <translation>Das Abgelegte konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JumpBar</name>
    <message>
        <source>Digits and signs</source>
        <translation>Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>Jump to a letter</source>
        <translation>Zu einem Buchstaben springen</translation>
    </message>
</context>
<context>
    <name>ui::KeyLine</name>
    <message>
        <source>New keys of: %1</source>
        <translation>Neue Tasten für: %1</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Tasten drücken</translation>
    </message>
    <message>
        <source>Back to the keys that PlexM8 came with</source>
        <translation>Zurück zu den ursprünglichen Tasten</translation>
    </message>
    <message>
        <source>Reset the keys of: %1</source>
        <translation>Tasten zurücksetzen: %1</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action, keys</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose other keys</source>
        <translation>Andere Tasten wählen</translation>
    </message>
</context>
<context>
    <name>ui::KeyMap</name>
    <message>
        <source>There is no such action.</source>
        <translation>Diese Aktion gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <comment>keys, action</comment>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
    <message>
        <source>Other programs need this key. One together with Ctrl, Alt or Meta can be taken, a function key or a media key.</source>
        <translation>Andere Programme brauchen diese Taste. Möglich sind Tasten zusammen mit Strg, Alt oder Meta, Funktionstasten und Medientasten.</translation>
    </message>
</context>
<context>
    <name>ui::LibraryCard</name>
    <message>
        <source>When the server tells of something</source>
        <translation>Wenn der Server etwas meldet</translation>
    </message>
    <message>
        <source>Also every 15 minutes</source>
        <translation>Auch alle 15 Minuten</translation>
    </message>
    <message>
        <source>Also every hour</source>
        <translation>Auch jede Stunde</translation>
    </message>
    <message>
        <source>Also every 6 hours</source>
        <translation>Auch alle 6 Stunden</translation>
    </message>
    <message>
        <source>Also once a day</source>
        <translation>Auch einmal am Tag</translation>
    </message>
    <message>
        <source>Lock the stars in lists against a click by mistake</source>
        <translation>Die Sterne in Listen gegen einen Klick aus Versehen sperren</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Mediathek</translation>
    </message>
    <message>
        <source>What is new is read at each connection. Once a day everything is compared, slowly and in the background.</source>
        <translation>Neues wird bei jeder Verbindung gelesen. Einmal am Tag wird alles verglichen, langsam und im Hintergrund.</translation>
    </message>
    <message>
        <source>Ask the server what is new</source>
        <translation>Den Server nach Neuem fragen</translation>
    </message>
    <message>
        <source>Where something here is not as it is on the server, this puts it right. Nothing on the server is changed.</source>
        <translation>Wo hier etwas anders ist als auf dem Server, bringt dies es in Ordnung. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Keine Mediathek ist geöffnet.</translation>
    </message>
    <message>
        <source>The server&apos;s libraries were not read yet.</source>
        <translation>Die Mediatheken des Servers wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Of this server: %1.</source>
        <comment>names of libraries</comment>
        <translation>Von diesem Server: %1.</translation>
    </message>
</context>
<context>
    <name>ui::ListActions</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
</context>
<context>
    <name>ui::LogModel</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>level, source, message</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Part of the program</source>
        <translation>Programmteil</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message>
        <source>Filter the log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program did since its start. Nothing in it is secret.</source>
        <translation>Was das Programm seit dem Start getan hat. Nichts darin ist geheim.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was angezeigt wird</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Log details</source>
        <translation>Details protokollieren</translation>
    </message>
    <message>
        <source>Write down much more, to find out about a fault</source>
        <translation>Viel mehr notieren, um einem Fehler auf die Spur zu kommen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all that are shown</source>
        <translation>Die ausgewählten Zeilen kopieren, sonst alle angezeigten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No line of the log has this text in it.</source>
        <translation>Keine Zeile des Protokolls enthält diesen Text.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing was logged</source>
        <translation>Nichts protokolliert</translation>
    </message>
    <message>
        <source>What the program does, and what goes wrong, appears here.</source>
        <translation>Was das Programm tut und was schiefgeht, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>The user could not be switched.</source>
        <translation>Der Benutzer konnte nicht gewechselt werden.</translation>
    </message>
    <message>
        <source>This could not be played.</source>
        <translation>Das konnte nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>%1 will play next.</source>
        <translation>Als Nächstes: %1.</translation>
    </message>
    <message>
        <source>%1 added to the queue.</source>
        <translation>Zur Warteschlange hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>Playback failed.</source>
        <translation>Die Wiedergabe ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>“%1” could not be played.</source>
        <translation>„%1“ konnte nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>change, state</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The library could not be synchronised.</source>
        <translation>Die Mediathek konnte nicht synchronisiert werden.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>dem Server</translation>
    </message>
    <message>
        <source>The rating could not be saved.</source>
        <translation>Die Bewertung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The change is undone.</source>
        <translation>Die Änderung ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>The change could not be undone.</source>
        <translation>Die Änderung konnte nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>The change could not be done again.</source>
        <translation>Die Änderung konnte nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The change could not be tried again.</source>
        <translation>Die Änderung konnte nicht erneut versucht werden.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>%1 – %2 – PlexM8</source>
        <comment>title, artist</comment>
        <translation>%1 – %2 – PlexM8</translation>
    </message>
    <message>
        <source>The cache could not be emptied.</source>
        <translation>Der Zwischenspeicher konnte nicht geleert werden.</translation>
    </message>
    <message>
        <source>Nothing of it is in your library yet.</source>
        <translation>Davon ist noch nichts in der Mediathek.</translation>
    </message>
    <message>
        <source>Looking through the folders…</source>
        <translation>Die Ordner werden durchgesehen …</translation>
    </message>
    <message>
        <source>This plays as soon as the server is connected.</source>
        <translation>Spielt, sobald der Server verbunden ist.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::OfflineBar</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Retry the connection</source>
        <translation>Die Verbindung erneut versuchen</translation>
    </message>
    <message>
        <source>Connect again with another token</source>
        <translation>Mit einem anderen Token neu verbinden</translation>
    </message>
    <message>
        <source>Find out why the server cannot be connected</source>
        <translation>Herausfinden, warum keine Verbindung zum Server zustande kommt</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in any more. Changes you make are kept and sent when you have connected again.</source>
        <translation>%1 akzeptiert die Anmeldung nicht mehr. Änderungen bleiben erhalten und werden nach dem nächsten Verbinden gesendet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Changes you make are sent later.</source>
        <translation>%1 ist nicht erreichbar. Änderungen werden später gesendet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. You see the library as of %2; changes you make are sent later.</source>
        <translation>%1 ist nicht erreichbar. Stand der Mediathek: %2; Änderungen werden später gesendet.</translation>
    </message>
</context>
<context>
    <name>ui::OpenMenu</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in new pane</source>
        <translation>In neuem Bereich öffnen</translation>
    </message>
</context>
<context>
    <name>ui::PageHead</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Zufallswiedergabe</translation>
    </message>
</context>
<context>
    <name>ui::Pages</name>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
</context>
<context>
    <name>ui::Pane</name>
    <message>
        <source>Close the pane: %1</source>
        <translation>Bereich schließen: %1</translation>
    </message>
</context>
<context>
    <name>ui::PastRatingsPanel</name>
    <message>
        <source>%1 → %2</source>
        <comment>a rating, the next one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 (waits to be sent)</source>
        <translation>%1 (wartet auf das Senden)</translation>
    </message>
    <message>
        <source>%1 (refused: %2)</source>
        <translation>%1 (abgelehnt: %2)</translation>
    </message>
    <message>
        <source>%1 (replaced before it was sent)</source>
        <translation>%1 (vor dem Senden ersetzt)</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (rückgängig gemacht)</translation>
    </message>
    <message>
        <source>%1 (done again)</source>
        <translation>%1 (wiederholt)</translation>
    </message>
    <message>
        <source>All copies of this recording</source>
        <translation>Alle Kopien dieser Aufnahme</translation>
    </message>
    <message>
        <source>Give all copies this rating</source>
        <translation>Allen Kopien diese Bewertung geben</translation>
    </message>
    <message>
        <source>Former ratings and copies</source>
        <translation>Frühere Bewertungen und Kopien</translation>
    </message>
    <message>
        <source>Rated here</source>
        <translation>Hier bewertet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when, what it was rated</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No rating was given here. What other programs gave is not known.</source>
        <translation>Hier wurde keine Bewertung gegeben. Was andere Programme gaben, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This is the only one in the library.</source>
        <translation>Dies ist die einzige in der Mediathek.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>artist, title</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Rating of “%1” on “%2”</source>
        <translation>Bewertung von „%1“ auf „%2“</translation>
    </message>
</context>
<context>
    <name>ui::PinDialog</name>
    <message>
        <source>PIN of %1</source>
        <translation>PIN von %1</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>ui::PlayedList</name>
    <message>
        <source>Played</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>What was played could not be read.</source>
        <translation>Was gespielt wurde, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The server does not tell each play: this is when each track was played last.</source>
        <translation>Der Server nennt nicht jede Wiedergabe: Hier steht, wann jeder Titel zuletzt gespielt wurde.</translation>
    </message>
    <message>
        <source>Nothing played yet</source>
        <translation>Noch nichts gespielt</translation>
    </message>
    <message>
        <source>What you listen to, here or with another Plex program, appears here.</source>
        <translation>Was hier oder mit einem anderen Plex-Programm gehört wird, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>ui::PlayedModel</name>
    <message>
        <source>%1 – %2</source>
        <comment>title, artist</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title and artist, album, when</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::PlayerBar</name>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Go to album</source>
        <translation>Zum Album</translation>
    </message>
    <message>
        <source>Rating of the current track</source>
        <translation>Bewertung des aktuellen Titels</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Vorheriger Titel</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Zufallswiedergabe</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Position in the track</source>
        <translation>Position im Titel</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm schalten</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Keine Wiedergabe</translation>
    </message>
    <message>
        <source>Choose something and press Enter</source>
        <translation>Etwas auswählen und Eingabe drücken</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Repeat: this track</source>
        <translation>Wiederholen: dieser Titel</translation>
    </message>
    <message>
        <source>Repeat: the queue</source>
        <translation>Wiederholen: die Warteschlange</translation>
    </message>
    <message>
        <source>Repeat: off</source>
        <translation>Wiederholen: aus</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton einschalten</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistActions</name>
    <message>
        <source>A smart playlist follows its rules; duplicate it to edit it.</source>
        <translation>Eine intelligente Wiedergabeliste folgt ihren Regeln; ein Duplikat lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Shuffle and save</source>
        <translation>Mischen und sichern</translation>
    </message>
    <message>
        <source>Reverse and save</source>
        <translation>Umkehren und sichern</translation>
    </message>
    <message>
        <source>Rename and describe …</source>
        <translation>Umbenennen und beschreiben …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Add to playlist</source>
        <translation>In Wiedergabeliste aufnehmen</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistCommands</name>
    <message>
        <source>The tracks could not be added to the playlist.</source>
        <translation>Die Titel konnten nicht in die Wiedergabeliste aufgenommen werden.</translation>
    </message>
    <message>
        <source>Added to “%1”.</source>
        <translation>In „%1“ aufgenommen.</translation>
    </message>
    <message>
        <source>The playlist could not be made.</source>
        <translation>Die Wiedergabeliste konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The playlist “%1” was made.</source>
        <translation>Die Wiedergabeliste „%1“ wurde angelegt.</translation>
    </message>
    <message>
        <source>The order could not be changed.</source>
        <translation>Die Reihenfolge konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>The playlist could not be renamed.</source>
        <translation>Die Wiedergabeliste konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The playlist could not be duplicated.</source>
        <translation>Die Wiedergabeliste konnte nicht dupliziert werden.</translation>
    </message>
    <message>
        <source>The playlist could not be deleted.</source>
        <translation>Die Wiedergabeliste konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>“%1” was deleted. Undo brings it back.</source>
        <translation>„%1“ wurde gelöscht. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Reading the playlists…</source>
        <translation>Die Wiedergabelisten werden gelesen …</translation>
    </message>
    <message>
        <source>New playlist …</source>
        <translation>Neue Wiedergabeliste …</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistDialog</name>
    <message>
        <source>New playlist</source>
        <translation>Neue Wiedergabeliste</translation>
    </message>
    <message>
        <source>Rename and describe</source>
        <translation>Umbenennen und beschreiben</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Delete the playlist “%1”?</source>
        <translation>Die Wiedergabeliste „%1“ löschen?</translation>
    </message>
    <message>
        <source>It holds %1. The tracks themselves stay in the library. Undo makes the playlist again.</source>
        <translation>Sie enthält %1. Die Titel selbst bleiben in der Mediathek. Rückgängig legt die Wiedergabeliste wieder an.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistFiles</name>
    <message>
        <source>Import a playlist</source>
        <translation>Eine Wiedergabeliste importieren</translation>
    </message>
    <message>
        <source>Playlists (%1)</source>
        <translation>Wiedergabelisten (%1)</translation>
    </message>
    <message>
        <source>The playlist is in %1.</source>
        <translation>Die Wiedergabeliste ist in %1.</translation>
    </message>
    <message numerus="yes">
        <source>The playlist is in %1. The server does not tell where %Ln of its tracks lie.</source>
        <translation>
            <numerusform>Die Wiedergabeliste ist in %1. Der Server sagt von %Ln ihrer Titel nicht, wo er liegt.</numerusform>
            <numerusform>Die Wiedergabeliste ist in %1. Der Server sagt von %Ln ihrer Titel nicht, wo sie liegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files could not be imported.</source>
        <translation>Die Dateien ließen sich nicht importieren.</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistLinks</name>
    <message>
        <source>In playlists:</source>
        <translation>In Wiedergabelisten:</translation>
    </message>
    <message>
        <source>Playlist: %1</source>
        <translation>Wiedergabeliste: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more playlist(s)</source>
        <translation>
            <numerusform>%Ln weitere Wiedergabeliste</numerusform>
            <numerusform>%Ln weitere Wiedergabelisten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlaylistPage</name>
    <message>
        <source>Tracks of the playlist</source>
        <translation>Titel der Wiedergabeliste</translation>
    </message>
    <message>
        <source>Some tracks could not be read.</source>
        <translation>Einige Titel konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Video playlist</source>
        <translation>Video-Wiedergabeliste</translation>
    </message>
    <message>
        <source>Smart playlist</source>
        <translation>Intelligente Wiedergabeliste</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Wiedergabeliste</translation>
    </message>
    <message>
        <source>The playlist could not be read.</source>
        <translation>Die Wiedergabeliste konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This playlist is empty</source>
        <translation>Diese Wiedergabeliste ist leer</translation>
    </message>
    <message>
        <source>Films and episodes are not played here yet. Plex plays them.</source>
        <translation>Filme und Folgen werden hier noch nicht abgespielt. Plex spielt sie ab.</translation>
    </message>
    <message>
        <source>The playlist could not be played.</source>
        <translation>Die Wiedergabeliste konnte nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with the playlist</source>
        <translation>Mehr zu dieser Wiedergabeliste</translation>
    </message>
    <message>
        <source>The order could not be saved.</source>
        <translation>Die Reihenfolge konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>The tracks could not be moved.</source>
        <translation>Die Titel konnten nicht verschoben werden.</translation>
    </message>
    <message>
        <source>The tracks could not be removed.</source>
        <translation>Die Titel konnten nicht entfernt werden.</translation>
    </message>
    <message>
        <source>A smart playlist follows its rules. Duplicate it to get one that can be edited.</source>
        <translation>Eine intelligente Wiedergabeliste folgt ihren Regeln. Ein Duplikat lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>The playlist is shown sorted. Save this order or go back to its own to edit it.</source>
        <translation>Die Wiedergabeliste wird sortiert gezeigt. Zum Bearbeiten diese Reihenfolge sichern oder zur eigenen zurückkehren.</translation>
    </message>
    <message>
        <source>The tracks could not be copied.</source>
        <translation>Die Titel konnten nicht kopiert werden.</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>A video playlist takes no tracks.</source>
        <translation>Eine Video-Wiedergabeliste nimmt keine Titel auf.</translation>
    </message>
    <message>
        <source>Drag tracks, albums or files here, paste what you copied, or choose “Add to playlist” in the menu of tracks.</source>
        <translation>Titel, Alben oder Dateien hierher ziehen, Kopiertes einfügen oder im Menü von Titeln „In Wiedergabeliste aufnehmen“ wählen.</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistTable</name>
    <message>
        <source>There are no tracks of this library in the clipboard.</source>
        <translation>In der Zwischenablage sind keine Titel dieser Mediathek.</translation>
    </message>
</context>
<context>
    <name>ui::PlaylistsPage</name>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Filter playlists</source>
        <translation>Wiedergabelisten filtern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Number of tracks</source>
        <translation>Anzahl der Titel</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln playlist(s)</source>
        <translation>
            <numerusform>%Ln Wiedergabeliste</numerusform>
            <numerusform>%Ln Wiedergabelisten</numerusform>
        </translation>
    </message>
    <message>
        <source>No playlists yet</source>
        <translation>Noch keine Wiedergabelisten</translation>
    </message>
    <message>
        <source>The playlists of your Plex server appear here, also offline. The first synchronisation fills this list.</source>
        <translation>Die Wiedergabelisten des Plex-Servers erscheinen hier, auch offline. Die erste Synchronisierung füllt diese Liste.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>The playlists could not be read.</source>
        <translation>Die Wiedergabelisten konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ui::PrivacyCard</name>
    <message>
        <source>Empty what is kept here …</source>
        <translation>Zwischenspeicher leeren …</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Who is told what, and what stays on this computer.</source>
        <translation>Wer was erfährt, und was auf diesem Computer bleibt.</translation>
    </message>
    <message>
        <source>Your server is told what you play and rate, as every Plex program tells it. Covers come from it, too.</source>
        <translation>Der eigene Server erfährt, was gespielt und bewertet wird, wie von jedem Plex-Programm. Auch die Cover kommen von ihm.</translation>
    </message>
    <message>
        <source>plex.tv is asked who you are and where your servers are, if you signed in there. With each request go the name of this computer, its system and its language.</source>
        <translation>plex.tv wird gefragt, wer angemeldet ist und wo die Server sind, wenn dort eine Anmeldung besteht. Mit jeder Anfrage gehen der Name dieses Computers, sein System und seine Sprache.</translation>
    </message>
    <message>
        <source>Nobody else is told anything: there is no telemetry, no advertising and no report of a crash.</source>
        <translation>Sonst erfährt niemand etwas: Es gibt keine Telemetrie, keine Werbung und keine Absturzberichte.</translation>
    </message>
    <message>
        <source>What you search for stays on this computer and is not kept. What you changed is kept in the history, so that it can be undone.</source>
        <translation>Gesuchtes bleibt auf diesem Computer und wird nicht aufbewahrt. Änderungen stehen im Verlauf, damit sie sich rückgängig machen lassen.</translation>
    </message>
    <message>
        <source>Emptied, the library and the covers are read from the server again. Forgotten, the address, the sign-in and everything read from there are deleted here.</source>
        <translation>Nach dem Leeren werden Mediathek und Cover neu vom Server gelesen. Nach dem Entfernen sind Adresse, Anmeldung und alles von dort Gelesene hier gelöscht.</translation>
    </message>
    <message>
        <source>Forget everything of this account …</source>
        <translation>Alles von diesem Konto entfernen …</translation>
    </message>
    <message>
        <source>Forget everything of this server …</source>
        <translation>Alles von diesem Server entfernen …</translation>
    </message>
    <message>
        <source>No server is known here.</source>
        <translation>Hier ist kein Server bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::Questions</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be sent yet: kept too, and sent when you connect again.</source>
        <translation>
            <numerusform>%Ln Änderung konnte noch nicht gesendet werden: Auch sie bleibt erhalten und wird beim nächsten Verbinden gesendet.</numerusform>
            <numerusform>%Ln Änderungen konnten noch nicht gesendet werden: Auch sie bleiben erhalten und werden beim nächsten Verbinden gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trust the certificate of %1?</source>
        <translation>Dem Zertifikat von %1 vertrauen?</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trust.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das bisher vertraute.</translation>
    </message>
    <message>
        <source>If the server was not set up anew, somebody may be reading along.</source>
        <translation>Wenn der Server nicht neu eingerichtet wurde, liest vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>Issued to %1 by %2, valid from %3 to %4.</source>
        <translation>Ausgestellt auf %1 von %2, gültig vom %3 bis zum %4.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:
%1</source>
        <translation>SHA-256-Fingerabdruck:
%1</translation>
    </message>
    <message>
        <source>Trusted so far:
%1</source>
        <translation>Bisher vertraut:
%1</translation>
    </message>
    <message>
        <source>Compare it with what the server&apos;s owner tells you. It will be trusted for this address only, and for as long as it does not change.</source>
        <translation>Mit der Angabe des Serverbesitzers vergleichen. Ihm wird nur für diese Adresse vertraut, und nur, solange es sich nicht ändert.</translation>
    </message>
    <message>
        <source>Trust it here</source>
        <translation>Hier vertrauen</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message numerus="yes">
        <source>plex.tv withdraws the sign-in of this computer. The local libraries, covers and tokens of %Ln server(s) are deleted here; ratings and playlists stay on the server.</source>
        <translation>
            <numerusform>plex.tv entzieht die Anmeldung dieses Computers. Lokale Mediathek, Cover und Token von %Ln Server werden hier gelöscht; Bewertungen und Wiedergabelisten bleiben auf dem Server.</numerusform>
            <numerusform>plex.tv entzieht die Anmeldung dieses Computers. Lokale Mediatheken, Cover und Tokens von %Ln Servern werden hier gelöscht; Bewertungen und Wiedergabelisten bleiben auf dem Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history of your changes stays here, for when you sign in again.</source>
        <translation>Der Verlauf der eigenen Änderungen bleibt hier, bis zur nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its address, the token, the local library and the covers are deleted from this computer. Ratings and playlists stay on the server; the token stays valid until it is withdrawn in the Plex account, under authorised devices.</source>
        <translation>Adresse, Token, lokale Mediathek und Cover werden von diesem Computer gelöscht. Bewertungen und Wiedergabelisten bleiben auf dem Server; das Token bleibt gültig, bis es im Plex-Konto unter den autorisierten Geräten entzogen wird.</translation>
    </message>
    <message>
        <source>The history of your changes stays here, for when you connect to this server again.</source>
        <translation>Der Verlauf der eigenen Änderungen bleibt hier, bis zur nächsten Verbindung mit diesem Server.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Is this a new token of the same user of %1?</source>
        <translation>Ist das ein neues Token desselben Benutzers von %1?</translation>
    </message>
    <message>
        <source>The same user keeps the local library and the history, and what waits to be sent is sent. Another user gets a library and a history of their own; nothing of the first one is sent with this token.</source>
        <translation>Derselbe Benutzer behält Mediathek und Verlauf, und was auf das Senden wartet, wird gesendet. Ein anderer Benutzer bekommt eine eigene Mediathek und einen eigenen Verlauf; vom ersten wird nichts mit diesem Token gesendet.</translation>
    </message>
    <message>
        <source>The same user</source>
        <translation>Derselbe Benutzer</translation>
    </message>
    <message>
        <source>Another user</source>
        <translation>Anderer Benutzer</translation>
    </message>
    <message>
        <source>Empty the library on this computer?</source>
        <translation>Die Mediathek auf diesem Computer leeren?</translation>
    </message>
    <message>
        <source>All of it is read from the server again, which takes a while. Changes that wait for the server are kept, and nothing on the server is changed.</source>
        <translation>Alles wird neu vom Server gelesen, was eine Weile dauert. Änderungen, die auf den Server warten, bleiben erhalten, und auf dem Server wird nichts geändert.</translation>
    </message>
    <message>
        <source>Empty and read again</source>
        <translation>Leeren und neu lesen</translation>
    </message>
    <message>
        <source>Keep PlexM8 in the tray when its window is closed?</source>
        <translation>PlexM8 beim Schließen des Fensters im Infobereich behalten?</translation>
    </message>
    <message>
        <source>The music goes on there, and a click on the icon brings the window back. What you choose is kept; it can be changed in Settings, under Window.</source>
        <translation>Die Musik läuft dort weiter, und ein Klick auf das Symbol holt das Fenster zurück. Die Wahl wird gemerkt; sie lässt sich in den Einstellungen unter „Fenster“ ändern.</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Im Infobereich behalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::QueueModel</name>
    <message>
        <source>%1, %2, current</source>
        <translation>%1, %2, aktuell</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>Warteschlange leeren</translation>
    </message>
    <message>
        <source>Hide the queue</source>
        <translation>Warteschlange ausblenden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move the selected tracks, Delete removes them.</source>
        <translation>Alt+Pfeil auf und Alt+Pfeil ab verschieben die ausgewählten Titel, Entf entfernt sie.</translation>
    </message>
    <message>
        <source>Play an album, drag music here or add tracks with Ctrl+Enter.</source>
        <translation>Ein Album abspielen, Musik hierher ziehen oder Titel mit Strg+Eingabe hinzufügen.</translation>
    </message>
</context>
<context>
    <name>ui::QuickRatePanel</name>
    <message>
        <source>Rate what plays</source>
        <translation>Bewerten, was spielt</translation>
    </message>
    <message>
        <source>Rating of the current track</source>
        <translation>Bewertung des aktuellen Titels</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Enter keeps · Esc closes</source>
        <translation>Enter übernimmt · Esc schließt</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Es spielt nichts</translation>
    </message>
    <message>
        <source>What plays is rated here.</source>
        <translation>Hier lässt sich bewerten, was spielt.</translation>
    </message>
    <message>
        <source>Rated: %1.</source>
        <translation>Bewertet: %1.</translation>
    </message>
</context>
<context>
    <name>ui::RateQueue</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>To rate</source>
        <translation>Zu bewerten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>The clip so far</source>
        <translation>Der Ausschnitt bis hierher</translation>
    </message>
    <message>
        <source>Played when</source>
        <translation>Wann gespielt</translation>
    </message>
    <message>
        <source>Played in the last 7 days</source>
        <translation>In den letzten 7 Tagen gespielt</translation>
    </message>
    <message>
        <source>Played in the last 30 days</source>
        <translation>In den letzten 30 Tagen gespielt</translation>
    </message>
    <message>
        <source>Played at any time</source>
        <translation>Irgendwann gespielt</translation>
    </message>
    <message>
        <source>1 to 5 rates and goes on, with Alt half a star less. Space plays or stops the clip, the arrows skip and go back.</source>
        <translation>1 bis 5 bewertet und geht weiter, mit Alt einen halben Stern weniger. Die Leertaste spielt oder beendet den Ausschnitt, die Pfeile überspringen und gehen zurück.</translation>
    </message>
    <message>
        <source>Stop the clip</source>
        <translation>Ausschnitt beenden</translation>
    </message>
    <message>
        <source>Play a clip</source>
        <translation>Ausschnitt abspielen</translation>
    </message>
    <message>
        <source>What was played could not be read.</source>
        <translation>Was gespielt wurde, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>All rated</source>
        <translation>Alles bewertet</translation>
    </message>
    <message>
        <source>Nothing to rate</source>
        <translation>Nichts zu bewerten</translation>
    </message>
    <message>
        <source>Tracks that you played and did not rate appear here, to be rated by one key each.</source>
        <translation>Gespielte Titel ohne Bewertung erscheinen hier, um jeden mit einer Taste zu bewerten.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a track in a list</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::RatingsPage</name>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>To rate</source>
        <translation>Zu bewerten</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Rated last first</source>
        <translation>Zuletzt bewertete zuerst</translation>
    </message>
    <message>
        <source>Rated tracks</source>
        <translation>Bewertete Titel</translation>
    </message>
    <message>
        <source>Some tracks could not be read.</source>
        <translation>Einige Titel ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Rated albums</source>
        <translation>Bewertete Alben</translation>
    </message>
    <message>
        <source>Rated artists</source>
        <translation>Bewertete Interpreten</translation>
    </message>
    <message>
        <source>Former ratings…</source>
        <translation>Frühere Bewertungen …</translation>
    </message>
    <message>
        <source>Nobody knows when</source>
        <translation>Unbekannt, wann</translation>
    </message>
    <message>
        <source>What you rated could not be read.</source>
        <translation>Die Bewertungen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Nothing rated yet</source>
        <translation>Noch nichts bewertet</translation>
    </message>
    <message>
        <source>The stars you give appear here, the best first. Press 1 to 5 in any list, or begin with what you played lately.</source>
        <translation>Vergebene Sterne erscheinen hier, die besten zuerst. In jeder Liste bewerten die Tasten 1 bis 5, oder es beginnt mit dem, was zuletzt gespielt wurde.</translation>
    </message>
    <message>
        <source>The stars you give to albums and artists appear here. Their pages and menus have them.</source>
        <translation>Sterne für Alben und Interpreten erscheinen hier. Vergeben werden sie auf deren Seiten und in deren Menüs.</translation>
    </message>
    <message>
        <source>Rate what you played</source>
        <translation>Gespieltes bewerten</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) without a rating</source>
        <translation>
            <numerusform>%Ln Titel ohne Bewertung</numerusform>
            <numerusform>%Ln Titel ohne Bewertung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rated, %2 stars on average</source>
        <translation>%1 bewertet, im Mittel %2 Sterne</translation>
    </message>
</context>
<context>
    <name>ui::SearchPage</name>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artists, albums and playlists found</source>
        <translation>Gefundene Interpreten, Alben und Wiedergabelisten</translation>
    </message>
    <message>
        <source>Tracks found</source>
        <translation>Gefundene Titel</translation>
    </message>
    <message>
        <source>The search failed.</source>
        <translation>Die Suche ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Results for “%1”</source>
        <translation>Ergebnisse für „%1“</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing in your library begins with these words. Try fewer or shorter ones.</source>
        <translation>Nichts in der Mediathek beginnt mit diesen Wörtern. Mit weniger oder kürzeren versuchen.</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album · %1</source>
        <translation>Album · %1</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Wiedergabeliste</translation>
    </message>
</context>
<context>
    <name>ui::ServerCard</name>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>What the server is doing by itself: scans, analyses, downloads of details.</source>
        <translation>Was der Server von selbst tut: Suchläufe, Analysen, Laden von Angaben.</translation>
    </message>
    <message>
        <source>The server is doing nothing by itself just now.</source>
        <translation>Der Server tut gerade nichts von selbst.</translation>
    </message>
    <message>
        <source>This server tells only its owner what it is doing.</source>
        <translation>Dieser Server sagt nur seinem Besitzer, was er tut.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server went on with it.</source>
        <translation>Der Server hat es nicht beendet.</translation>
    </message>
</context>
<context>
    <name>ui::ServersPanel</name>
    <message>
        <source>Known servers</source>
        <translation>Bekannte Server</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server verwenden</translation>
    </message>
    <message>
        <source>Forget it …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Add a server …</source>
        <translation>Server hinzufügen …</translation>
    </message>
    <message>
        <source>Automatic: the nearest</source>
        <translation>Automatisch: der kürzeste</translation>
    </message>
    <message>
        <source>Local network only</source>
        <translation>Nur lokales Netzwerk</translation>
    </message>
    <message>
        <source>Never through the relay</source>
        <translation>Nie über das Relay</translation>
    </message>
    <message>
        <source>Always this address</source>
        <translation>Immer diese Adresse</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>An address that begins with http is used only when the box below is ticked.</source>
        <translation>Eine Adresse, die mit http beginnt, wird nur verwendet, wenn das Kästchen darunter angekreuzt ist.</translation>
    </message>
    <message>
        <source>May be unencrypted in the local network</source>
        <translation>Im lokalen Netzwerk auch unverschlüsselt</translation>
    </message>
    <message>
        <source>Who can listen in that network could read the sign-in.</source>
        <translation>Wer in diesem Netzwerk mithört, könnte die Anmeldung lesen.</translation>
    </message>
    <message>
        <source>Way to the server</source>
        <translation>Weg zum Server</translation>
    </message>
    <message>
        <source>%1 (shown)</source>
        <translation>%1 (angezeigt)</translation>
    </message>
    <message>
        <source>Sign out …</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Sign out of %1</source>
        <translation>Von %1 abmelden</translation>
    </message>
    <message>
        <source>Plex account %1</source>
        <translation>Plex-Konto %1</translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trust the certificate of %1 no more</source>
        <translation>Dem Zertifikat von %1 nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Certificate of %1, trusted by you</source>
        <translation>Zertifikat von %1, von Hand vertraut</translation>
    </message>
</context>
<context>
    <name>ui::SettingList</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Text size in per cent</source>
        <translation>Textgröße in Prozent</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Ask the first time</source>
        <translation>Beim ersten Mal fragen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep PlexM8 in the tray</source>
        <translation>PlexM8 im Infobereich behalten</translation>
    </message>
    <message>
        <source>Ask the server what is new, every so many minutes</source>
        <translation>Den Server nach Neuem fragen, Abstand in Minuten</translation>
    </message>
    <message>
        <source>Ratings are locked</source>
        <translation>Bewertungen sind gesperrt</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>As it was recorded</source>
        <translation>Wie aufgenommen</translation>
    </message>
    <message>
        <source>The same for each track</source>
        <translation>Gleich für jeden Titel</translation>
    </message>
    <message>
        <source>The same for each album</source>
        <translation>Gleich für jedes Album</translation>
    </message>
    <message>
        <source>Fade in milliseconds</source>
        <translation>Überblendung in Millisekunden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Warnings only</source>
        <translation>Nur Warnungen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Ausführlich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln own choice(s)</source>
        <translation>
            <numerusform>%Ln eigene Wahl</numerusform>
            <numerusform>%Ln eigene</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>setting, its value, the new value</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>A notification of what was rated outside of the window</source>
        <translation>Eine Benachrichtigung, was außerhalb des Fensters bewertet wurde</translation>
    </message>
    <message>
        <source>A notification when a track begins</source>
        <translation>Eine Benachrichtigung, wenn ein Titel beginnt</translation>
    </message>
    <message>
        <source>A small window to rate a track before it ends</source>
        <translation>Ein kleines Fenster, um einen Titel vor seinem Ende zu bewerten</translation>
    </message>
</context>
<context>
    <name>ui::SettingsCards</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Applies at once; another language at the next start.</source>
        <translation>Gilt sofort; eine andere Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As it was recorded</source>
        <translation>Wie aufgenommen</translation>
    </message>
    <message>
        <source>The same for each track</source>
        <translation>Gleich für jeden Titel</translation>
    </message>
    <message>
        <source>The same for each album</source>
        <translation>Gleich für jedes Album</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not heard, but without a click</source>
        <translation>Nicht hörbar, aber ohne Knacken</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Tracks follow each other without a gap. Music is heard from the sound device that the system has chosen.</source>
        <translation>Titel folgen ohne Lücke aufeinander. Die Musik kommt aus dem Tongerät, das im System gewählt ist.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Begins with the next track, where the server has analysed it. As it was recorded leaves each sample as it is.</source>
        <translation>Beginnt mit dem nächsten Titel, soweit der Server ihn analysiert hat. Wie aufgenommen lässt jeden Abtastwert, wie er ist.</translation>
    </message>
    <message>
        <source>Fade on pause, stop and seek</source>
        <translation>Blende bei Pause, Stopp und Springen</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Check the connection …</source>
        <translation>Verbindung prüfen …</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The server whose library is shown.</source>
        <translation>Der Server, dessen Mediathek angezeigt wird.</translation>
    </message>
    <message>
        <source>Servers and accounts</source>
        <translation>Server und Konten</translation>
    </message>
    <message>
        <source>Each server and user has a library of its own here.</source>
        <translation>Jeder Server und jeder Benutzer hat hier eine eigene Mediathek.</translation>
    </message>
    <message>
        <source>What is possible now</source>
        <translation>Was im Moment möglich ist</translation>
    </message>
    <message>
        <source>It depends on the server, the account, the user and the connection.</source>
        <translation>Das hängt vom Server, vom Konto, vom Benutzer und von der Verbindung ab.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung mit %1 …</translation>
    </message>
    <message>
        <source>The demo: a server inside this program, with invented music</source>
        <translation>Die Demo: ein Server in diesem Programm, mit erfundener Musik</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in</source>
        <translation>%1 akzeptiert die Anmeldung nicht</translation>
    </message>
    <message>
        <source>Ask the first time</source>
        <translation>Beim ersten Mal fragen</translation>
    </message>
    <message>
        <source>Keep PlexM8 in the tray</source>
        <translation>PlexM8 im Infobereich behalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Where the desktop has no tray, closing the window always quits.</source>
        <translation>Wo die Arbeitsumgebung keinen Infobereich hat, beendet das Schließen immer das Programm.</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No setting has these words in its name.</source>
        <translation>Keine Einstellung hat diese Wörter im Namen.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Press a button, then the keys that are to do it. Escape leaves it as it is, Backspace takes the keys away.</source>
        <translation>Eine Schaltfläche drücken, dann die Tasten, die es auslösen sollen. Escape lässt alles, wie es ist, die Rücktaste nimmt die Tasten weg.</translation>
    </message>
    <message>
        <source>Start PlexM8 in the tray when you log in</source>
        <translation>PlexM8 beim Anmelden im Infobereich starten</translation>
    </message>
    <message>
        <source>What is missing here</source>
        <translation>Was hier fehlt</translation>
    </message>
    <message>
        <source>It depends on this computer and its desktop, not on the server.</source>
        <translation>Das hängt von diesem Computer und seiner Arbeitsumgebung ab, nicht vom Server.</translation>
    </message>
    <message>
        <source>Warnings only</source>
        <translation>Nur Warnungen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Detailed, to look for a fault</source>
        <translation>Ausführlich, für die Fehlersuche</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program writes down while it runs. Names of servers and media are only in a detailed log, tokens in none.</source>
        <translation>Was das Programm im Lauf notiert. Namen von Servern und Medien stehen nur im ausführlichen Protokoll, Tokens in keinem.</translation>
    </message>
    <message>
        <source>How much is written down</source>
        <translation>Wie viel notiert wird</translation>
    </message>
</context>
<context>
    <name>ui::Shelf</name>
    <message>
        <source>Back in %1</source>
        <translation>Zurück in „%1“</translation>
    </message>
    <message>
        <source>On in %1</source>
        <translation>Weiter in „%1“</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisierung</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) pending</source>
        <translation>
            <numerusform>%Ln Änderung ausstehend</numerusform>
            <numerusform>%Ln Änderungen ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as soon as the server can be reached.</source>
        <translation>Sie werden gesendet, sobald der Server erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>ui::SidebarDrop</name>
    <message>
        <source>“%1” takes no tracks: a smart playlist follows its rules, and a video playlist holds none.</source>
        <translation>„%1“ nimmt keine Titel auf: Eine intelligente Wiedergabeliste folgt ihren Regeln, und eine Video-Wiedergabeliste enthält keine.</translation>
    </message>
</context>
<context>
    <name>ui::SidebarModel</name>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
</context>
<context>
    <name>ui::SignInPanel</name>
    <message>
        <source>Sign in with Plex</source>
        <translation>Mit Plex anmelden</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite erneut öffnen</translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Code of the sign-in, to be scanned with a phone</source>
        <translation>Code der Anmeldung, zum Scannen mit dem Telefon</translation>
    </message>
    <message>
        <source>Or scan this with a phone and confirm there.</source>
        <translation>Oder mit dem Telefon scannen und dort bestätigen.</translation>
    </message>
    <message>
        <source>Confirm in the browser</source>
        <translation>Im Browser bestätigen</translation>
    </message>
    <message>
        <source>A page of plex.tv has been opened. Confirm there that PlexM8 may use your account; it goes on here by itself.</source>
        <translation>Eine Seite von plex.tv wurde geöffnet. Dort bestätigen, dass PlexM8 das Konto verwenden darf; hier geht es dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Choose a server</source>
        <translation>Server auswählen</translation>
    </message>
    <message>
        <source>Servers of the account</source>
        <translation>Server des Kontos</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Anderes Konto</translation>
    </message>
    <message>
        <source>Asking plex.tv …</source>
        <translation>plex.tv wird gefragt …</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it in one.</source>
        <translation>Es konnte kein Browser geöffnet werden. Die Adresse kopieren und in einem öffnen.</translation>
    </message>
    <message>
        <source>Signed in as %1. Looking for servers …</source>
        <translation>Angemeldet als %1. Server werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for the servers of your accounts …</source>
        <translation>Die Server der Konten werden gesucht …</translation>
    </message>
    <message>
        <source>There is no server, and nobody shares one. Set up a Plex Media Server first, or sign in with another account.</source>
        <translation>Es gibt keinen Server, und niemand gibt einen frei. Zuerst einen Plex Media Server einrichten oder mit einem anderen Konto anmelden.</translation>
    </message>
    <message>
        <source>%1, with the account of %2</source>
        <translation>%1, mit dem Konto von %2</translation>
    </message>
    <message>
        <source>%1 (not running lately)</source>
        <translation>%1 (lief zuletzt nicht)</translation>
    </message>
    <message>
        <source>Servers of %1</source>
        <translation>Server von %1</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung mit %1 …</translation>
    </message>
    <message>
        <source>Open the page of plex.tv in a browser, here or on another device, and confirm there that PlexM8 may use your account; it goes on here by itself.</source>
        <translation>Die Seite von plex.tv in einem Browser öffnen, hier oder auf einem anderen Gerät, und dort bestätigen, dass PlexM8 das Konto verwenden darf; hier geht es dann von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>ui::SortStrip</name>
    <message>
        <source>Save this order</source>
        <translation>Diese Reihenfolge sichern</translation>
    </message>
    <message>
        <source>Back to its own order</source>
        <translation>Zurück zur eigenen</translation>
    </message>
    <message>
        <source>Sorted by %1, only to look at: the playlist keeps its own order.</source>
        <translation>Nur zum Ansehen sortiert nach %1: Die Wiedergabeliste behält ihre eigene Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>ui::StarDelegate</name>
    <message>
        <source>Ratings are locked against clicks. The keys 0 to 5 still rate.</source>
        <translation>Bewertungen sind gegen Klicks gesperrt. Die Tasten 0 bis 5 bewerten weiterhin.</translation>
    </message>
</context>
<context>
    <name>ui::StarRating</name>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>ui::StatePage</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::SummaryText</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Shorten the text</source>
        <translation>Text kürzen</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Ganzen Text anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>LAN, not encrypted</source>
        <translation>LAN, unverschlüsselt</translation>
    </message>
    <message>
        <source>LAN</source>
        <translation>LAN</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Search library and playlists</source>
        <translation>Mediathek und Wiedergabelisten durchsuchen</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>Another user of this Home</source>
        <translation>Anderer Benutzer dieses Plex Home</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind of connection, server</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>Servers and connection</source>
        <translation>Server und Verbindung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>Suchen (%1)</translation>
    </message>
</context>
<context>
    <name>ui::Tour</name>
    <message>
        <source>Living room</source>
        <translation>Wohnzimmer</translation>
    </message>
    <message>
        <source>It was issued by the server itself.</source>
        <translation>Der Server hat es selbst ausgestellt.</translation>
    </message>
    <message>
        <source>Ada</source>
        <translation>Ada</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>Diese PIN ist falsch.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>Found in the local network.</source>
        <translation>Im lokalen Netzwerk gefunden.</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends PlexM8.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich, daher beendet das Schließen des Fensters PlexM8.</translation>
    </message>
    <message>
        <source>No sound device is there: music runs without sound until one is.</source>
        <translation>Es ist kein Audiogerät da: Die Musik läuft ohne Ton, bis eines da ist.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Another program has this key.</source>
        <translation>Ein anderes Programm hat diese Taste.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys while another one has the focus.</source>
        <translation>Dieser Desktop gibt keinem Programm Tasten, während ein anderes den Fokus hat.</translation>
    </message>
    <message>
        <source>Anywhere on the desktop</source>
        <translation>Überall auf dem Desktop</translation>
    </message>
</context>
<context>
    <name>ui::TrackColumn</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>Last played</source>
        <translation>Zuletzt gespielt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>ui::TrackDelegate</name>
    <message>
        <source>%1 (no longer in the library)</source>
        <translation>%1 (nicht mehr in der Mediathek)</translation>
    </message>
</context>
<context>
    <name>ui::TrackHeader</name>
    <message>
        <source>Fit columns to the window</source>
        <translation>Spalten an das Fenster anpassen</translation>
    </message>
    <message>
        <source>Lock ratings</source>
        <translation>Bewertungen sperren</translation>
    </message>
    <message>
        <source>%1 (no room)</source>
        <translation>%1 (kein Platz)</translation>
    </message>
</context>
<context>
    <name>ui::TrackTable</name>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Lock ratings against clicks</source>
        <translation>Bewertungen gegen Klicks sperren</translation>
    </message>
    <message>
        <source>Go to album</source>
        <translation>Zum Album</translation>
    </message>
    <message>
        <source>Go to artist</source>
        <translation>Zum Interpreten</translation>
    </message>
    <message>
        <source>Open album in new pane</source>
        <translation>Album in neuem Bereich öffnen</translation>
    </message>
    <message>
        <source>Copy title and artist</source>
        <translation>Titel und Interpret kopieren</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>artist, title</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Former ratings and copies…</source>
        <translation>Frühere Bewertungen und Kopien …</translation>
    </message>
</context>
<context>
    <name>ui::TracksPage</name>
    <message>
        <source>Filter tracks</source>
        <translation>Titel filtern</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Some tracks could not be read.</source>
        <translation>Einige Titel konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The track list could not be read.</source>
        <translation>Die Titelliste konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No track, artist or album begins with these words.</source>
        <translation>Kein Titel, Interpret oder Album beginnt mit diesen Wörtern.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No tracks yet</source>
        <translation>Noch keine Titel</translation>
    </message>
    <message>
        <source>The music of your Plex server appears here, also offline. The first synchronisation fills this list.</source>
        <translation>Die Musik des Plex-Servers erscheint hier, auch offline. Die erste Synchronisierung füllt diese Liste.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Browse by genre, artist and album</source>
        <translation>Nach Genre, Interpret und Album stöbern</translation>
    </message>
</context>
<context>
    <name>ui::TransferCard</name>
    <message>
        <source>Bring back the former settings …</source>
        <translation>Die früheren Einstellungen zurückholen …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Reset …</source>
        <translation>Zurücksetzen …</translation>
    </message>
    <message>
        <source>Export, import, reset</source>
        <translation>Export, Import, Zurücksetzen</translation>
    </message>
    <message>
        <source>Theme, window, library, playback, keys and log, as a file that can be read and changed. Accounts, servers and sign-ins are never in it.</source>
        <translation>Farbschema, Fenster, Mediathek, Wiedergabe, Tasten und Protokoll, als Datei, die sich lesen und ändern lässt. Konten, Server und Anmeldungen sind nie darin.</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>The settings could not be exported.</source>
        <translation>Die Einstellungen konnten nicht exportiert werden.</translation>
    </message>
    <message>
        <source>The settings are in %1.</source>
        <translation>Die Einstellungen sind in %1.</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Aus %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) in it are no setting of this version.</source>
        <translation>
            <numerusform>%Ln Name darin ist keine Einstellung dieser Version.</numerusform>
            <numerusform>%Ln Namen darin sind keine Einstellungen dieser Version.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import these settings?</source>
        <translation>Diese Einstellungen importieren?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The settings are imported.</source>
        <translation>Die Einstellungen sind importiert.</translation>
    </message>
    <message>
        <source>Reset these settings?</source>
        <translation>Diese Einstellungen zurücksetzen?</translation>
    </message>
    <message>
        <source>To how PlexM8 comes. Accounts, servers and the library stay.</source>
        <translation>Auf den Zustand, mit dem PlexM8 kommt. Konten, Server und die Mediathek bleiben.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The settings are reset.</source>
        <translation>Die Einstellungen sind zurückgesetzt.</translation>
    </message>
    <message>
        <source>Bring back these settings?</source>
        <translation>Diese Einstellungen zurückholen?</translation>
    </message>
    <message>
        <source>As they were before the last reset or import.</source>
        <translation>Wie sie vor dem letzten Zurücksetzen oder Importieren waren.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The settings are back.</source>
        <translation>Die Einstellungen sind zurück.</translation>
    </message>
    <message>
        <source>Nothing would change: all settings are like that.</source>
        <translation>Nichts würde sich ändern: Alle Einstellungen sind schon so.</translation>
    </message>
    <message>
        <source>Nothing was changed, because the settings that there are could not be kept.</source>
        <translation>Nichts wurde geändert, weil sich die vorhandenen Einstellungen nicht sichern ließen.</translation>
    </message>
</context>
<context>
    <name>ui::ValueChips</name>
    <message>
        <source>Show only this rating</source>
        <translation>Nur diese Bewertung zeigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a rating, how many have it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>All · %1</source>
        <translation>Alle · %1</translation>
    </message>
</context>
<context>
    <name>ui::format</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message numerus="yes">
        <source>%1 item(s)</source>
        <translation>
            <numerusform>%1 Element</numerusform>
            <numerusform>%1 Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 track(s)</source>
        <translation>
            <numerusform>%1 Titel</numerusform>
            <numerusform>%1 Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 Min.</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 Std.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>no rating</source>
        <translation>keine Bewertung</translation>
    </message>
    <message>
        <source>1 star</source>
        <translation>1 Stern</translation>
    </message>
    <message>
        <source>%1 stars</source>
        <translation>%1 Sterne</translation>
    </message>
    <message>
        <source>%1 %2 kbit/s</source>
        <translation>%1 %2 kbit/s</translation>
    </message>
    <message>
        <source>%1 – shared by %2</source>
        <comment>server, user</comment>
        <translation>%1 – freigegeben von %2</translation>
    </message>
    <message>
        <source>Check that the server runs and that this computer is online.</source>
        <translation>Prüfen, ob der Server läuft und dieser Computer online ist.</translation>
    </message>
    <message>
        <source>Enter a valid token in Settings, under Connection.</source>
        <translation>In den Einstellungen unter „Verbindung“ ein gültiges Token eingeben.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner for permission.</source>
        <translation>Den Besitzer des Servers um Erlaubnis bitten.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Check the address.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The server asks for a pause. Try again in a moment.</source>
        <translation>Der Server bittet um eine Pause. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check that the disk has room and can be written to.</source>
        <translation>Prüfen, ob auf dem Datenträger Platz ist und geschrieben werden kann.</translation>
    </message>
    <message>
        <source>It may have been removed from the server.</source>
        <translation>Vielleicht wurde es vom Server entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 album(s)</source>
        <translation>
            <numerusform>%1 Album</numerusform>
            <numerusform>%1 Alben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 artist(s)</source>
        <translation>
            <numerusform>%1 Interpret</numerusform>
            <numerusform>%1 Interpreten</numerusform>
        </translation>
    </message>
    <message>
        <source>different ratings</source>
        <translation>verschiedene Bewertungen</translation>
    </message>
</context>
</TS>
