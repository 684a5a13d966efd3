"""Names that no fictional text may hold: England's 153 upper-tier councils, and organisations that exist."""

from __future__ import annotations

COUNTIES = (
    "Cambridgeshire", "Derbyshire", "Devon", "East Sussex", "Essex", "Gloucestershire", "Hampshire", "Hertfordshire",
    "Kent", "Lancashire", "Leicestershire", "Lincolnshire", "Norfolk", "Nottinghamshire", "Oxfordshire",
    "Staffordshire", "Suffolk", "Surrey", "Warwickshire", "West Sussex", "Worcestershire",
)  # fmt: skip
LONDON = (
    "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City of London", "Croydon", "Ealing",
    "Enfield", "Greenwich", "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering", "Hillingdon",
    "Hounslow", "Islington", "Kensington and Chelsea", "Kingston upon Thames", "Lambeth", "Lewisham", "Merton",
    "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton", "Tower Hamlets", "Waltham Forest",
    "Wandsworth", "Westminster",
)  # fmt: skip
METROPOLITAN = (
    "Barnsley", "Birmingham", "Bolton", "Bradford", "Bury", "Calderdale", "Coventry", "Doncaster", "Dudley",
    "Gateshead", "Kirklees", "Knowsley", "Leeds", "Liverpool", "Manchester", "Newcastle upon Tyne", "North Tyneside",
    "Oldham", "Rochdale", "Rotherham", "Salford", "Sandwell", "Sefton", "Sheffield", "Solihull", "South Tyneside",
    "St Helens", "Stockport", "Sunderland", "Tameside", "Trafford", "Wakefield", "Walsall", "Wigan", "Wirral",
    "Wolverhampton",
)  # fmt: skip
UNITARY = (
    "Bath and North East Somerset", "Bedford", "Blackburn with Darwen", "Blackpool",
    "Bournemouth, Christchurch and Poole", "Bracknell Forest", "Brighton and Hove", "Bristol", "Buckinghamshire",
    "Central Bedfordshire", "Cheshire East", "Cheshire West and Chester", "Cornwall", "Cumberland", "Darlington",
    "Derby", "Dorset", "Durham", "East Riding of Yorkshire", "Halton", "Hartlepool", "Herefordshire",
    "Isle of Wight", "Isles of Scilly", "Kingston upon Hull", "Leicester", "Luton", "Medway", "Middlesbrough",
    "Milton Keynes", "North East Lincolnshire", "North Lincolnshire", "North Northamptonshire", "North Somerset",
    "North Yorkshire", "Northumberland", "Nottingham", "Peterborough", "Plymouth", "Portsmouth", "Reading",
    "Redcar and Cleveland", "Rutland", "Shropshire", "Slough", "Somerset", "South Gloucestershire", "Southampton",
    "Southend-on-Sea", "Stockton-on-Tees", "Stoke-on-Trent", "Swindon", "Telford and Wrekin", "Thurrock", "Torbay",
    "Warrington", "West Berkshire", "West Northamptonshire", "Westmorland and Furness", "Wiltshire",
    "Windsor and Maidenhead", "Wokingham", "York",
)  # fmt: skip
COUNCILS = (*COUNTIES, *LONDON, *METROPOLITAN, *UNITARY)

SHORTER = (
    "Bath", "Blackburn", "Bournemouth", "Brighton", "Cheshire", "Cumbria", "Hull", "Kingston", "Newcastle",
    "Northamptonshire", "Poole", "Richmond", "Scilly", "Southend", "Stockton", "Stoke", "Telford", "Tyneside",
    "Yorkshire", "London",
)  # fmt: skip
"""Parts of those names that would give a real place away by themselves."""

ORGANISATIONS = (
    "Action for Children", "Barnardo", "CAFCASS", "Cafcass", "CEOP", "Childline", "ChildLine", "Citizens Advice",
    "Contact the Elderly", "Crimestoppers", "Family Rights Group", "FRANK", "Galop", "Home-Start", "Karma Nirvana",
    "Kooth", "Lucy Faithfull", "Mencap", "Men's Advice Line", "National Crime Agency", "NSPCC", "Ofsted", "Papyrus",
    "PAPYRUS", "Place2Be", "Prince's Trust", "Relate", "Rethink", "SafeLives", "Samaritans", "Save the Children",
    "Shelter", "Stop It Now", "Sure Start", "The Mix", "Trussell", "Turning Point", "Victim Support", "Women's Aid",
    "YoungMinds", "Young Minds",
)  # fmt: skip
"""Services and organisations that exist. Statutory guidance and bodies of every area (NHS, police) may be named."""
