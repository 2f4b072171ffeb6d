2[playlist]
X-GNOME-Title=Mix
File1=/m/a.mp3
Title1=Queen - Jump
Length1=60
X-PlexM8-Exact1={"artist":"x - y"}
File2=b.mp3
NumberOfEntries=2
Version=2
