<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%Ln step(s) wait for the server.</source>
        <translation>
            <numerusform>%Ln step waits for the server.</numerusform>
            <numerusform>%Ln steps wait for the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) failed: </source>
        <translation>
            <numerusform>%Ln step failed: </numerusform>
            <numerusform>%Ln steps failed: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) of changes that waited failed: </source>
        <translation>
            <numerusform>%Ln step of changes that waited failed: </numerusform>
            <numerusform>%Ln steps of changes that waited failed: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server does not tell where %Ln of the tracks lie.</source>
        <translation>
            <numerusform>The server does not tell where %Ln of the tracks lies.</numerusform>
            <numerusform>The server does not tell where %Ln of the tracks lie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) of &quot;%1&quot; were written to %2.</source>
        <translation>
            <numerusform>%Ln track of &quot;%1&quot; was written to %2.</numerusform>
            <numerusform>%Ln tracks of &quot;%1&quot; were written to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>playlist::EditSender</name>
    <message numerus="yes">
        <source>The server does not have %n track(s) any more, among them: %1.</source>
        <translation>
            <numerusform>The server does not have %n track any more: %1.</numerusform>
            <numerusform>The server does not have %n tracks any more, among them: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>playlist::Playlists</name>
    <message numerus="yes">
        <source>Add %Ln track(s) to “%1”</source>
        <translation>
            <numerusform>Add %Ln track to “%1”</numerusform>
            <numerusform>Add %Ln tracks to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln track(s) in “%1”</source>
        <translation>
            <numerusform>Move %Ln track in “%1”</numerusform>
            <numerusform>Move %Ln tracks in “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln track(s) from “%1”</source>
        <translation>
            <numerusform>Remove %Ln track from “%1”</numerusform>
            <numerusform>Remove %Ln tracks from “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln duplicate(s) from “%1”</source>
        <translation>
            <numerusform>Remove %Ln duplicate from “%1”</numerusform>
            <numerusform>Remove %Ln duplicates from “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace what “%1” holds by %Ln track(s)</source>
        <translation>
            <numerusform>Replace what “%1” holds by %Ln track</numerusform>
            <numerusform>Replace what “%1” holds by %Ln tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the playlist “%1” with %Ln track(s)</source>
        <translation>
            <numerusform>Make the playlist “%1” with %Ln track</numerusform>
            <numerusform>Make the playlist “%1” with %Ln tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rating</name>
    <message numerus="yes">
        <source>%Ln star(s)</source>
        <translation>
            <numerusform>%Ln star</numerusform>
            <numerusform>%Ln stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rating::Ratings</name>
    <message numerus="yes">
        <source>Rate %Ln item(s) %1</source>
        <translation>
            <numerusform>Rate %Ln item %1</numerusform>
            <numerusform>Rate %Ln items %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear the rating of %Ln item(s)</source>
        <translation>
            <numerusform>Clear the rating of %Ln item</numerusform>
            <numerusform>Clear the rating of %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln change(s) wait for the server.</source>
        <translation>
            <numerusform>%Ln change waits for the server.</numerusform>
            <numerusform>%Ln changes wait for the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlbumPage</name>
    <message numerus="yes">
        <source>%Ln disc(s)</source>
        <translation>
            <numerusform>%Ln disc</numerusform>
            <numerusform>%Ln discs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FoldersPage</name>
    <message numerus="yes">
        <source>%Ln track(s) here are not in your library yet. The next synchronisation brings them.</source>
        <translation>
            <numerusform>%Ln track here is not in your library yet. The next synchronisation brings it.</numerusform>
            <numerusform>%Ln tracks here are not in your library yet. The next synchronisation brings them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GenresPage</name>
    <message numerus="yes">
        <source>%Ln genre(s)</source>
        <translation>
            <numerusform>%Ln genre</numerusform>
            <numerusform>%Ln genres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDetails</name>
    <message numerus="yes">
        <source>%Ln track(s) that it may be</source>
        <translation>
            <numerusform>%Ln track that it may be</numerusform>
            <numerusform>%Ln tracks that it may be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln track(s) found</source>
        <translation>
            <numerusform>%Ln track found</numerusform>
            <numerusform>%Ln tracks found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportReviewPanel</name>
    <message numerus="yes">
        <source>%Ln line(s) of the file could not be read and were left out. %1</source>
        <translation>
            <numerusform>%Ln line of the file could not be read and was left out. %1</numerusform>
            <numerusform>%Ln lines of the file could not be read and were left out. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln track(s)</source>
        <translation>
            <numerusform>Import %Ln track</numerusform>
            <numerusform>Import %Ln tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemDrag</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlaylistFiles</name>
    <message numerus="yes">
        <source>The playlist is in %1. The server does not tell where %Ln of its tracks lie.</source>
        <translation>
            <numerusform>The playlist is in %1. The server does not tell where %Ln of its tracks lies.</numerusform>
            <numerusform>The playlist is in %1. The server does not tell where %Ln of its tracks lie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlaylistLinks</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more playlist(s)</source>
        <translation>
            <numerusform>%Ln more playlist</numerusform>
            <numerusform>%Ln more playlists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlaylistsPage</name>
    <message numerus="yes">
        <source>%Ln playlist(s)</source>
        <translation>
            <numerusform>%Ln playlist</numerusform>
            <numerusform>%Ln playlists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Questions</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be sent yet: kept too, and sent when you connect again.</source>
        <translation>
            <numerusform>%Ln change could not be sent yet: it is kept too, and sent when you connect again.</numerusform>
            <numerusform>%Ln changes could not be sent yet: they are kept too, and sent when you connect again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>plex.tv withdraws the sign-in of this computer. The local libraries, covers and tokens of %Ln server(s) are deleted here; ratings and playlists stay on the server.</source>
        <translation>
            <numerusform>plex.tv withdraws the sign-in of this computer. The local library, covers and token of %Ln server are deleted here; ratings and playlists stay on the server.</numerusform>
            <numerusform>plex.tv withdraws the sign-in of this computer. The local libraries, covers and tokens of %Ln servers are deleted here; ratings and playlists stay on the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RatingsPage</name>
    <message numerus="yes">
        <source>%Ln track(s) without a rating</source>
        <translation>
            <numerusform>%Ln track without a rating</numerusform>
            <numerusform>%Ln tracks without a rating</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingList</name>
    <message numerus="yes">
        <source>%Ln own choice(s)</source>
        <translation>
            <numerusform>%Ln own choice</numerusform>
            <numerusform>%Ln own choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message numerus="yes">
        <source>%Ln change(s) pending</source>
        <translation>
            <numerusform>%Ln change pending</numerusform>
            <numerusform>%Ln changes pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferCard</name>
    <message numerus="yes">
        <source>%Ln name(s) in it are no setting of this version.</source>
        <translation>
            <numerusform>%Ln name in it is no setting of this version.</numerusform>
            <numerusform>%Ln names in it are no settings of this version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::format</name>
    <message numerus="yes">
        <source>%1 item(s)</source>
        <translation>
            <numerusform>%1 item</numerusform>
            <numerusform>%1 items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 track(s)</source>
        <translation>
            <numerusform>%1 track</numerusform>
            <numerusform>%1 tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 album(s)</source>
        <translation>
            <numerusform>%1 album</numerusform>
            <numerusform>%1 albums</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 artist(s)</source>
        <translation>
            <numerusform>%1 artist</numerusform>
            <numerusform>%1 artists</numerusform>
        </translation>
    </message>
</context>
</TS>
