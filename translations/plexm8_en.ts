<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n step(s) wait for the server.</source>
        <translation>
            <numerusform>%n step waits for the server.</numerusform>
            <numerusform>%n steps wait for the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed: </source>
        <translation>
            <numerusform>%n step failed: </numerusform>
            <numerusform>%n steps failed: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rating</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rating::Ratings</name>
    <message numerus="yes">
        <source>Rate %n item(s) %1</source>
        <translation>
            <numerusform>Rate %n item %1</numerusform>
            <numerusform>Rate %n items %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear the rating of %n item(s)</source>
        <translation>
            <numerusform>Clear the rating of %n item</numerusform>
            <numerusform>Clear the rating of %n items</numerusform>
        </translation>
    </message>
</context>
</TS>
